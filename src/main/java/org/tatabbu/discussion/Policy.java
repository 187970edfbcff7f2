// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Instant;
import java.util.function.Predicate;
import org.tatabbu.language.Language;

/**
 * What a committee asks of a comment.
 *
 * @param open whether comments are taken
 * @param waits which comments wait for a moderator although nothing speaks against them
 * @param links how many links pass
 * @param listed whether a text holds a word that makes it wait
 */
public record Policy(boolean open, Waits waits, int links, Predicate<String> listed) {
    /** Where nobody has decided anything: everything waits. */
    public static final Policy STRICT = new Policy(true, Waits.ALL, 2, text -> false);

    /** Which comments wait. */
    public enum Waits {
        ALL,
        FIRST,
        NONE
    }

    /** Knows them; a room above implements it. */
    public interface Makers {
        Policy policy(Topic topic, Language language, Instant at);
    }
}
