// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publicity;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.PartyId;

/**
 * Who may make a clause known outside the committee. Everybody with a seat reads every clause: what all parties adopt is
 * hidden from none of them.
 *
 * @param side the one party that may publish the clause by itself, where it is one alone
 */
public record Publicity(Reach reach, @Nullable PartyId side) {
    /** Any release may tell it. */
    public static final Publicity PUBLIC = new Publicity(Reach.PUBLIC, null);

    /** It stays with the committee, which is what holds until all parties say something else alike. */
    public static final Publicity JOINT = new Publicity(Reach.JOINT, null);

    /** How far a clause may go. */
    public enum Reach {
        PUBLIC,
        JOINT,
        ONE_SIDE
    }

    public Publicity {
        if ((reach == Reach.ONE_SIDE) != (side != null)) {
            throw new IllegalArgumentException("One side is named where it is one side alone");
        }
    }

    public static Publicity of(PartyId side) {
        return new Publicity(Reach.ONE_SIDE, side);
    }

    /**
     * Whether a release may tell the clause.
     *
     * @param by the party that releases alone, or nothing for a joint release
     */
    public boolean admits(@Nullable PartyId by) {
        return switch (reach) {
            case PUBLIC -> true;
            case JOINT -> false;
            case ONE_SIDE -> side != null && side.equals(by);
        };
    }

    /** What holds: what every party says, where all say the same. */
    static Publicity agreed(Collection<Publicity> said, int parties) {
        var different = new HashSet<>(said);
        return said.size() == parties && different.size() == 1
                ? different.iterator().next()
                : JOINT;
    }

    /** As a form sends it: the name of a reach, or the id of one of the committee's parties. */
    static Optional<Publicity> parse(String word, Committee committee) {
        return switch (word) {
            case "PUBLIC" -> Optional.of(PUBLIC);
            case "JOINT" -> Optional.of(JOINT);
            default ->
                committee.parties().stream()
                        .map(party -> party.id())
                        .filter(id -> id.id().toString().equals(word))
                        .map(Publicity::of)
                        .findFirst();
        };
    }

    String word() {
        return side == null ? reach.name() : side.id().toString();
    }

    static Publicity of(String reach, @Nullable UUID side) {
        return new Publicity(Reach.valueOf(reach), side == null ? null : new PartyId(side));
    }
}
