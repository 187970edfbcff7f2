// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tatabbu.language.Language;

@Component
class WordpressStore {
    private final JdbcClient sql;

    WordpressStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** An address leads for ever where it led first. */
    void lead(String address, Language language, String slug) {
        sql.sql("""
                insert into wordpress.former (address, language, slug) values (:address, :language, :slug)
                on conflict do nothing
                """)
                .param("address", address)
                .param("language", language.tag())
                .param("slug", slug)
                .update();
    }

    /** @return where readers find now what stood at an address, from the root */
    Optional<String> now(String address) {
        return sql.sql("""
                select '/' || language || '/news/' || slug as place from wordpress.former where address = :address
                """)
                .param("address", address)
                .query((row, n) -> row.getString("place"))
                .optional();
    }

    boolean leads() {
        return sql.sql("select exists (select from wordpress.former) as any")
                .query((row, n) -> row.getBoolean("any"))
                .single();
    }
}
