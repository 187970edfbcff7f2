// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;

/** The members of one object, taken one by one until none is left. */
final class Members {
    private static final Pattern SECONDS = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    private final Map<String, Object> left;
    private final String where;

    private Members(Map<String, Object> members, String where) {
        this.left = new LinkedHashMap<>(members);
        this.where = where;
    }

    static Members of(Map<String, Object> document) {
        return new Members(document, "$");
    }

    boolean has(String name) {
        return left.containsKey(name);
    }

    String text(String name) {
        return take(name, String.class);
    }

    UUID id(String name) {
        var text = text(name);
        try {
            var id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new Unreadable("Not an id at " + where + "." + name);
        }
        throw new Unreadable("Not an id in lower case at " + where + "." + name);
    }

    Instant instant(String name) {
        var text = text(name);
        try {
            var instant = Instant.parse(text);
            if (SECONDS.matcher(text).matches() && instant.toString().equals(text)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            throw new Unreadable("Not an instant at " + where + "." + name);
        }
        throw new Unreadable("Not an instant in whole seconds of UTC at " + where + "." + name);
    }

    Octets octets(String name) {
        return new Octets(text(name));
    }

    Digest digest(String name) {
        return new Digest(text(name));
    }

    LocalText texts(String name) {
        var members = object(name);
        var texts = new LocalText(members.text("ar"), members.text("fr"), members.text("en"));
        members.end();
        return texts;
    }

    PersonName person(String name) {
        var members = object(name);
        var person = new PersonName(members.text("arabic"), members.text("latin"));
        members.end();
        return person;
    }

    Members object(String name) {
        return inside(take(name, Map.class), where + "." + name);
    }

    List<String> listOfTexts(String name) {
        var texts = new ArrayList<String>();
        for (var one : (List<?>) take(name, List.class)) {
            if (!(one instanceof String text)) {
                throw otherKind(name);
            }
            texts.add(text);
        }
        return texts;
    }

    /** The one object of a list of one. */
    Members only(String name) {
        var list = (List<?>) take(name, List.class);
        if (list.size() != 1) {
            throw new Unreadable("Not exactly one at " + where + "." + name);
        }
        return inside(list.getFirst(), where + "." + name + "[]");
    }

    /** Refuses whatever nobody took. */
    void end() {
        if (!left.isEmpty()) {
            throw new Unreadable("Unknown " + left.keySet() + " at " + where);
        }
    }

    private <T> T take(String name, Class<T> kind) {
        Object value = left.remove(name);
        if (value == null) {
            throw new Unreadable("No " + where + "." + name);
        }
        if (!kind.isInstance(value)) {
            throw otherKind(name);
        }
        return kind.cast(value);
    }

    private Unreadable otherKind(String name) {
        return new Unreadable("Another kind of value at " + where + "." + name);
    }

    private static Members inside(@Nullable Object value, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Unreadable("Not an object at " + where);
        }
        var members = new LinkedHashMap<String, Object>();
        map.forEach((key, member) -> members.put(String.valueOf(key), member));
        return new Members(members, where);
    }
}
