// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.tatabbu.testing.OnFreshDatabase;
import org.tatabbu.testing.Signers;

/** The program on a port of its own, over a real PostgreSQL, with committees to found. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // All readers of these tests are on this machine.
        properties = {"tatabbu.data=target/printing", "tatabbu.comments.per-address-hour=1000000"})
@OnFreshDatabase
@Import({Pressroom.class, Signers.class})
public @interface Printing {}
