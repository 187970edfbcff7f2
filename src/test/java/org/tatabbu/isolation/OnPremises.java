// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.tatabbu.testing.OnFreshDatabase;
import org.tatabbu.testing.Signers;
import org.tatabbu.testing.Stage;

/** The program with {@link Premises} to walk through; its letters stay where they wait, to be read there. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"tatabbu.data=target/premises", "tatabbu.mail.carries=false"})
@OnFreshDatabase
@Import({Stage.class, Signers.class, Premises.class, Planted.class})
@interface OnPremises {}
