// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.identity.AccountId;
import org.tatabbu.testing.Stage;

/** What tests of keys begin with: an account that has none, and a clock that can be put forward. */
@Import(Later.class)
abstract class SomeoneWithAnAccount {
    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    Later later;

    @Autowired
    JdbcClient sql;

    final String email = Stage.email();
    AccountId account = AccountId.random();

    @BeforeEach
    void someoneWithAnAccount() {
        account = stage.account(email);
    }

    @AfterEach
    void timeIsAsItWas() {
        later.by(Duration.ZERO);
    }
}
