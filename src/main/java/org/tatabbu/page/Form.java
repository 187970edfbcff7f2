// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A form as it was sent: what each field held, and beside each field what to do about it. */
public record Form(Map<String, String> values, Map<String, String> errors) {
    public static final Form EMPTY = new Form(Map.of(), Map.of());

    public Form {
        values = Map.copyOf(values);
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    }

    public static Form of(Map<String, String> values) {
        return new Form(values, Map.of());
    }

    /** The same form with these values over its own. */
    public Form filled(Map<String, String> more) {
        var all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new Form(all, errors);
    }

    /** Fails the field with this message unless its stripped value passes; the first failure of a field stays. */
    public Form check(String field, Predicate<String> passes, String message) {
        return errors.containsKey(field) || passes.test(value(field).strip()) ? this : wrong(field, message);
    }

    /** Fails the field with what is only then put into words, unless it passes; the first failure of a field stays. */
    public Form check(String field, boolean passes, Supplier<String> message) {
        return passes || errors.containsKey(field) ? this : wrong(field, message.get());
    }

    /** Says what to do about a field, where there is anything; the first thing said of a field stays. */
    public Form say(String field, String advice) {
        return check(field, value -> advice.isEmpty(), advice);
    }

    public Form wrong(String field, String message) {
        var more = new LinkedHashMap<>(errors);
        more.put(field, message);
        return new Form(values, more);
    }

    /** What was sent, or an empty text. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What to do about the field, or an empty text. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public boolean fails() {
        return !errors.isEmpty();
    }

    /** The field that should have the focus: the first one that fails. */
    public boolean first(String field) {
        return fails() && errors.keySet().iterator().next().equals(field);
    }
}
