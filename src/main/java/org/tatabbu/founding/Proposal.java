// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Preset;
import org.tatabbu.committee.Rule;
import org.tatabbu.language.LocalText;

/** What a joint act would bring about; a change names what it found, so that it never lands on something else. */
public sealed interface Proposal {
    /**
     * A new committee.
     *
     * @param parties standing parties, in the order of the founding instrument
     */
    record Found(
            String slug,
            LocalText name,
            LocalText purpose,
            LocalText authority,
            LocalText mandate,
            @Nullable LocalDate mandateOn,
            String zone,
            Preset preset,
            List<UUID> parties,
            List<LocalText> areas)
            implements Proposal {
        public Found {
            if (parties.stream().distinct().count() < 2
                    || parties.stream().distinct().count() != parties.size()) {
                throw new IllegalArgumentException("A committee has two parties or more, each once");
            }
            if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                throw new IllegalArgumentException("Not an address");
            }
            parties = List.copyOf(parties);
            areas = List.copyOf(areas);
        }
    }

    /** A change in a committee that stands. */
    sealed interface Change extends Proposal {
        UUID committee();
    }

    record Rename(UUID committee, LocalText nameBefore, LocalText purposeBefore, LocalText name, LocalText purpose)
            implements Change {}

    /**
     * Another value of a rule.
     *
     * @param until the last day of a derogation; nothing for a lasting change
     */
    record SetRule(
            UUID committee,
            Rule rule,
            String before,
            String value,
            @Nullable LocalDate until,
            String reason) implements Change {
        public SetRule {
            if (!rule.allows(value)) {
                throw new IllegalArgumentException(rule + " does not allow " + value);
            }
        }
    }

    record AddArea(UUID committee, LocalText name) implements Change {}

    record RenameArea(UUID committee, UUID area, LocalText before, LocalText name) implements Change {}

    default Kind kind() {
        return switch (this) {
            case Found found -> Kind.FOUND;
            case Rename rename -> Kind.RENAME;
            case SetRule rule -> Kind.SET_RULE;
            case AddArea area -> Kind.ADD_AREA;
            case RenameArea area -> Kind.RENAME_AREA;
        };
    }

    enum Kind {
        FOUND(Found.class),
        RENAME(Rename.class),
        SET_RULE(SetRule.class),
        ADD_AREA(AddArea.class),
        RENAME_AREA(RenameArea.class);

        private final Class<? extends Proposal> form;

        Kind(Class<? extends Proposal> form) {
            this.form = form;
        }

        Class<? extends Proposal> form() {
            return form;
        }
    }
}
