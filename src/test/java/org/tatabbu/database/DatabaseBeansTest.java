// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.testing.OnFreshDatabase;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, classes = DatabaseBeansTest.Room.class)
@OnFreshDatabase
class DatabaseBeansTest {

    @Autowired
    JdbcClient client;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Room room;

    @Test
    void statementsOfATransactionShareOne() {
        assertThat(room.transaction()).isNotEqualTo(room.transaction());

        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> assertThat(room.transaction()).isEqualTo(room.transaction()));
    }

    @Test
    void theContextStandsOnItsOwnFreshDatabase() {
        assertThat(client.sql("select current_database()").query(String.class).single())
                .startsWith("fresh_");
    }

    @EnableAutoConfiguration
    @Import(DatabaseBeans.class)
    static class Room {

        private final JdbcClient client;

        Room(JdbcClient client) {
            this.client = client;
        }

        @Transactional
        public String transaction() {
            return client.sql("select pg_current_xact_id()::text")
                    .query(String.class)
                    .single();
        }
    }
}
