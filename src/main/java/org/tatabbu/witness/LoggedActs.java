// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tatabbu.statement.CanonicalJson;

/**
 * The acts of a log, read one after the other. No head signs an act's number, so only whoever reads them all can tell that
 * each number was given once and in its turn, and that no adoption stands in two acts.
 */
final class LoggedActs {
    private static final String TYPE = "application/vnd.tatabbu.act.v1+json";

    private final Map<String, Long> last = new HashMap<>();
    private final Set<Object> adoptions = new HashSet<>();
    private final Set<Object> ids = new HashSet<>();

    /** What is wrong with an entry as the next of these, if it is an act. */
    Optional<Finding> next(long index, byte[] bundle, int at, int length) {
        if (!new String(bundle, at, length, StandardCharsets.ISO_8859_1).contains(TYPE)) {
            return Optional.empty();
        }
        Map<String, Object> act;
        try {
            act = CanonicalJson.read(Arrays.copyOfRange(bundle, at, at + length));
        } catch (IllegalArgumentException notCanonical) {
            // No bundle can be made of it: whoever verifies refuses it.
            return Optional.empty();
        }
        return TYPE.equals(act.get("type")) ? next(index, act) : Optional.empty();
    }

    private Optional<Finding> next(long index, Map<String, Object> act) {
        var series = act.get("committee") + " " + act.get("kind") + " " + act.get("year");
        long number = act.get("number") instanceof Number given ? given.longValue() : 0;
        var before = last.put(series, number);
        if (number < 1 || (before != null && number != before + 1) || !ids.add(String.valueOf(act.get("act")))) {
            return Optional.of(new Finding.Misnumbered(index, number, before == null ? 0 : before));
        }
        var signed = act.get("adoptions") instanceof List<?> all ? all : List.of();
        // What was signed, not the signature: one statement can have many of those.
        var once = signed.stream()
                .allMatch(one -> one instanceof Map<?, ?> envelope
                        && envelope.get("payload") instanceof String payload
                        && adoptions.add(payload));
        return once ? Optional.empty() : Optional.of(new Finding.AdoptedTwice(index));
    }
}
