// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The program on a port of its own, over a real PostgreSQL, with a {@link Stage} on which committees meet. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tatabbu.data=" + OnStage.DATA)
@OnFreshDatabase
@Import({Signers.class, SigningKeys.class, Stage.class})
public @interface OnStage {
    /** The data folder, with the letters that were sent. */
    String DATA = "target/stage";
}
