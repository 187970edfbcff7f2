// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import java.util.EnumMap;
import java.util.Map;

/** The rules of procedure of one committee on one day: every rule has a value that it allows. */
public record Rules(Map<Rule, String> values) {
    public Rules {
        var all = new EnumMap<Rule, String>(Rule.class);
        for (var rule : Rule.values()) {
            var value = values.getOrDefault(rule, rule.usual());
            if (!rule.allows(value)) {
                throw new IllegalArgumentException(rule + " does not allow " + value);
            }
            all.put(rule, value);
        }
        values = Map.copyOf(all);
    }

    public String value(Rule rule) {
        return values.getOrDefault(rule, rule.usual());
    }

    /**
     * The days of a rule that counts them.
     *
     * @throws IllegalArgumentException for a rule that does not
     */
    public int days(Rule rule) {
        if (!rule.counted()) {
            throw new IllegalArgumentException(rule + " counts no days");
        }
        return Integer.parseInt(value(rule));
    }

    public boolean on(Rule rule) {
        return value(rule).equals("ON");
    }
}
