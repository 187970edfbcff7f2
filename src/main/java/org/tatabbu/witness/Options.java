// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands behind a command: pairs of a name and its value. */
record Options(Map<String, List<String>> values) {
    /** Nothing where a name is not one of these, has no value, or must not be there twice. */
    static Optional<Options> read(List<String> arguments, Set<String> names, String repeated) {
        var values = new HashMap<String, List<String>>();
        if (arguments.size() % 2 != 0) {
            return Optional.empty();
        }
        for (int i = 0; i < arguments.size(); i += 2) {
            var name = arguments.get(i);
            var given = values.computeIfAbsent(name, key -> new ArrayList<>());
            given.add(arguments.get(i + 1));
            if (!names.contains(name) || (given.size() > 1 && !name.equals(repeated))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Options(values));
    }

    boolean has(String... names) {
        return values.keySet().containsAll(Set.of(names));
    }

    Optional<String> one(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
