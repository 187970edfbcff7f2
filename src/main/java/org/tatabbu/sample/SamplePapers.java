// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Committees;
import org.tatabbu.documents.Distribution;
import org.tatabbu.documents.Documents;
import org.tatabbu.documents.PaperDraft;
import org.tatabbu.documents.PaperKind;
import org.tatabbu.documents.PaperSymbol;
import org.tatabbu.documents.Place;
import org.tatabbu.documents.Upload;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.Words;

/**
 * Three papers of the river: for everybody, for all parties, and for one alone. They come after the stories, since a paper
 * enters its party's circle and a transaction enters one.
 */
@Component
class SamplePapers {
    private final boolean wanted;
    private final Documents documents;
    private final Committees committees;
    private final Accounts accounts;

    SamplePapers(
            @Value("${tatabbu.sample:false}") boolean wanted,
            Documents documents,
            Committees committees,
            Accounts accounts) {
        this.wanted = wanted;
        this.documents = documents;
        this.committees = committees;
        this.accounts = accounts;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (wanted) {
            var at = Instant.ofEpochMilli(event.getTimestamp());
            committees.find(RiverStory.SLUG).filter(Committee::fictional).ifPresent(river -> bring(river, at));
        }
    }

    private void bring(Committee committee, Instant at) {
        var huda = place(committee, Player.HUDA).orElse(null);
        var karim = place(committee, Player.KARIM).orElse(null);
        if (huda == null || karim == null || !documents.of(huda, "", null, 1).isEmpty()) {
            return;
        }
        keep(
                karim,
                at,
                170,
                "JCS/2/INF.1",
                PaperKind.INFORMATION_DOCUMENT,
                Distribution.PUBLIC,
                "meeting:2",
                SamplePaperWords::levelsTitle,
                SamplePaperWords::levelsText);
        keep(
                huda,
                at,
                3,
                "JCS/3/WP.1",
                PaperKind.WORKING_DOCUMENT,
                Distribution.JOINT,
                "meeting:3",
                SamplePaperWords::qualityTitle,
                SamplePaperWords::qualityText);
        keep(
                huda,
                at,
                2,
                "",
                PaperKind.AIDE_MEMOIRE,
                Distribution.PARTY,
                "meeting:3",
                SamplePaperWords::notesTitle,
                SamplePaperWords::notesText);
    }

    private Optional<Place> place(Committee committee, Player player) {
        return committees.seats(committee.id()).stream()
                .flatMap(seat -> Optional.ofNullable(seat.account()).flatMap(accounts::find).stream()
                        .filter(account -> account.email().equals(player.email()))
                        .map(account -> new Place(
                                committee.id().id(),
                                seat.party().id(),
                                account.id().id())))
                .findFirst();
    }

    private void keep(
            Place by,
            Instant at,
            int daysAgo,
            String symbol,
            PaperKind kind,
            Distribution distribution,
            String topic,
            Function<SamplePaperWords, String> title,
            Function<SamplePaperWords, String> text) {
        var draft = new PaperDraft(
                PaperSymbol.typed(symbol).orElse(null),
                kind,
                new LocalText(
                        title.apply(words(Language.AR)),
                        title.apply(words(Language.FR)),
                        title.apply(words(Language.EN))),
                distribution,
                topic);
        var arabic = words(Language.AR);
        var content = text.apply(arabic).replace("|", "\n\n").getBytes(StandardCharsets.UTF_8);
        documents.keep(
                draft,
                new Text(title.apply(arabic) + ".txt", content),
                by,
                at.minus(Duration.ofDays(daysAgo)));
    }

    private static SamplePaperWords words(Language language) {
        return Words.of(SamplePaperWords.class, language);
    }

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares what is only brought.
    private record Text(String name, byte[] content) implements Upload {
        @Override
        public long size() {
            return content.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }
}
