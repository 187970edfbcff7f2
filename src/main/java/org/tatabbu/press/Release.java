// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tatabbu.article.Article;
import org.tatabbu.article.ArticleId;
import org.tatabbu.article.ArticleText;
import org.tatabbu.article.Corrigendum;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.RecordText;
import org.tatabbu.statement.Digest;

/**
 * What is to go out once every press office it concerns has cleared the same bytes of it.
 *
 * @param revision how often it was put, from 1; of an article, its own
 * @param due not before this moment, or nothing for as soon as it is cleared
 * @param releasedAt when it went out, or nothing
 */
public record Release(
        ReleaseId id,
        ArticleId article,
        CommitteeId committee,
        Kind kind,
        int revision,
        Matter matter,
        @Nullable Instant due,
        @Nullable Instant releasedAt,
        List<Clearance> clearances) {

    /** What goes out. */
    public enum Kind {
        ISSUE,
        CORRIGENDUM,
        WITHDRAWAL;

        /** Where it is worked on, below its article. */
        String path() {
            return this == ISSUE ? "" : "/" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a corrigendum or a withdrawal says.
     *
     * @param was the words as they were published, of a corrigendum
     * @param now the words as they are to be, of a corrigendum
     * @param why the reason, of both
     */
    public record Matter(LocalText was, LocalText now, LocalText why) {
        static final Matter NONE = new Matter(LocalText.NONE, LocalText.NONE, LocalText.NONE);

        Matter normal() {
            return new Matter(RecordText.normal(was), RecordText.normal(now), RecordText.normal(why));
        }

        boolean fits(Kind kind, ArticleText text, Instant at) {
            return switch (kind) {
                case ISSUE -> false;
                case CORRIGENDUM -> at(at).fits(text);
                case WITHDRAWAL -> why.complete() && was.empty() && now.empty();
            };
        }

        Corrigendum at(Instant at) {
            return new Corrigendum(was, now, why, at);
        }
    }

    /** A release that awaits somebody's word. */
    public record Awaited(Release release, Article article) {
        /** Where it is cleared, below its committee in the workspace. */
        public String path() {
            return "/articles/" + article.id().id() + release.kind().path();
        }
    }

    /** What came of putting a corrigendum or a withdrawal forward. */
    public sealed interface Proposing {
        record Proposed(ReleaseId release) implements Proposing {}

        /** A reason is missing, or the words to be corrected do not stand in the article exactly once. */
        record Unfit() implements Proposing {}

        /** The article is not public. */
        record Over() implements Proposing {}

        record NotYours() implements Proposing {}
    }

    /** One press office's word on exactly these bytes. */
    public record Clearance(PartyId party, Digest digest, Instant at) {}

    /** A corrigendum or a withdrawal, over the one that was put before. */
    static Release put(Optional<Release> before, Article article, Kind kind, Matter matter) {
        return new Release(
                before.map(Release::id).orElseGet(ReleaseId::random),
                article.id(),
                article.committee(),
                kind,
                before.map(Release::revision).orElse(0) + 1,
                matter,
                null,
                null,
                List.of());
    }

    boolean clearedBy(PartyId party, Digest digest) {
        return clearances.stream()
                .anyMatch(one -> one.party().equals(party) && one.digest().equals(digest));
    }

    /** Those whose word on these bytes is still missing. */
    List<PartyId> awaited(List<PartyId> needed, Digest digest) {
        return needed.stream().filter(party -> !clearedBy(party, digest)).toList();
    }
}
