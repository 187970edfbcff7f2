// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;

/**
 * Something that takes effect when a secretary of every party has agreed to the same bytes.
 *
 * @param digest SHA-256 of those bytes, in hexadecimal
 * @param proposedFor the party whose secretary proposed it
 * @param committee where it took effect, or would
 * @param reason why it was refused, else empty
 */
public record JointAct(
        JointActId id,
        Proposal proposal,
        String digest,
        UUID proposedFor,
        AccountId proposedBy,
        Instant proposedAt,
        List<Side> sides,
        @Nullable UUID committee,
        State state,
        @Nullable Instant endedAt,
        String reason) {

    /** A party and its secretary's agreement: a standing party to found, a committee's own party to change. */
    public record Side(
            UUID party,
            @Nullable AccountId agreed,
            @Nullable Instant at) {}

    public enum State {
        PROPOSED,
        IN_EFFECT,
        REFUSED,
        WITHDRAWN,
        /** What it began from was no longer so. */
        OVERTAKEN
    }

    public String title(Language language) {
        var words = FoundingWords.in(language);
        return switch (proposal) {
            case Proposal.Found found -> words.toFound(found.name().in(language));
            case Proposal.Rename rename -> words.toRename(rename.nameBefore().in(language));
            case Proposal.SetRule set -> words.changeRule(set.rule().label(language));
            case Proposal.AddArea area -> words.toAddArea(area.name().in(language));
            case Proposal.RenameArea area -> words.toRenameArea(area.before().in(language));
        };
    }

    public boolean open() {
        return state == State.PROPOSED;
    }

    /** Whether this party's agreement is still wanted. */
    public boolean waitsFor(UUID party) {
        return open() && sides.stream().anyMatch(side -> side.party().equals(party) && side.agreed() == null);
    }

    /** Two keys are two persons: who agreed for one party never agrees for another. */
    public boolean agreedBy(AccountId account) {
        return sides.stream().anyMatch(side -> account.equals(side.agreed()));
    }

    /** Whether the agreement of this party is the only one left. */
    boolean last(UUID party) {
        return sides.stream()
                .allMatch(side -> side.agreed() != null || side.party().equals(party));
    }
}
