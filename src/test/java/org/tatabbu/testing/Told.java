// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The program on a port of its own with both stories told in it. Every class so marked reads the same one: a test that
 * writes leaves what the others read as it was. A {@link Browser} visits it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"tatabbu.sample=true", "tatabbu.data=" + Told.DATA})
@OnFreshDatabase
public @interface Told {
    /** The data folder, with the passwords of the stories' accounts. */
    String DATA = "target/told";
}
