// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a note is attached to.
 *
 * @param of the reference by which its own room knows it, never read here; empty for the committee as a whole
 */
public record Topic(Kind kind, String of) {
    /** The longest reference, in UTF-16 units. */
    public static final int LONGEST = 200;

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:/-]{0," + LONGEST + "}");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    // After the pattern that its constructor asks.
    public static final Topic COMMITTEE = new Topic(Kind.COMMITTEE, "");

    public enum Kind {
        AGENDA_ITEM,
        CLAUSE,
        COMMITMENT,
        COMMENT_THREAD,
        DOCUMENT,
        MEETING,
        COMMITTEE
    }

    public Topic {
        if (!REFERENCE.matcher(of).matches() || of.isEmpty() != (kind == Kind.COMMITTEE)) {
            throw new IllegalArgumentException("Not a topic");
        }
    }

    /** A topic that its own room knows by an id. */
    public static Topic of(Kind kind, UUID id) {
        return new Topic(kind, id.toString());
    }

    /** The id by which its room knows it, if it does so. */
    public Optional<UUID> id() {
        return ID.matcher(of).matches() ? Optional.of(UUID.fromString(of)) : Optional.empty();
    }

    /** As addresses and forms carry it, such as {@code AGENDA_ITEM:3/5.1}; nothing where it names none. */
    public static Optional<Topic> of(String written) {
        int colon = written.indexOf(':');
        var kind = colon < 0 ? written : written.substring(0, colon);
        var of = colon < 0 ? "" : written.substring(colon + 1);
        return Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(kind))
                .filter(one -> REFERENCE.matcher(of).matches() && of.isEmpty() == (one == Kind.COMMITTEE))
                .map(one -> new Topic(one, of))
                .findFirst();
    }

    @Override
    public String toString() {
        return of.isEmpty() ? kind.name() : kind + ":" + of;
    }
}
