// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class WordpressStore {
    private final JdbcClient sql;

    WordpressStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** An address leads for ever where it led first. */
    void lead(String address, String place) {
        sql.sql("insert into wordpress.former (address, place) values (:address, :place) on conflict do nothing")
                .param("address", address)
                .param("place", place)
                .update();
    }

    /** Where readers find now what stood at an address, from the root. */
    Optional<String> now(String address) {
        return sql.sql("select place from wordpress.former where address = :address")
                .param("address", address)
                .query((row, n) -> row.getString("place"))
                .optional();
    }
}
