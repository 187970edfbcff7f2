// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.Account;
import org.tatabbu.identity.Accounts;

/** Brings the export that the settings name, when the program has started, and tells whoever started it how far it is. */
@Component
class WordpressSetting {
    private static final String FILE = "tatabbu.wordpress.file";
    private static final String BY = "tatabbu.wordpress.by";

    private final Wordpress wordpress;
    private final Accounts accounts;
    private final Committees committees;
    private final Clock clock;
    private final String file;
    private final String committee;
    private final String email;
    private final Path data;

    WordpressSetting(
            Wordpress wordpress,
            Accounts accounts,
            Committees committees,
            Clock clock,
            @Value("${tatabbu.wordpress.file:}") String file,
            @Value("${tatabbu.wordpress.committee:}") String committee,
            @Value("${tatabbu.wordpress.by:}") String email,
            @Value("${tatabbu.data}") Path data) {
        this.wordpress = wordpress;
        this.accounts = accounts;
        this.committees = committees;
        this.clock = clock;
        this.file = file;
        this.committee = committee;
        this.email = email;
        this.data = data;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (!file.isEmpty()) {
            say(told(clock.instant()));
        }
    }

    private String told(Instant at) {
        var words = WordpressWords.ofTheMachine();
        var export = Path.of(file);
        if (!Files.isReadable(export)) {
            return words.noFile(FILE, file);
        }
        var seat = seat(at);
        if (seat.isEmpty()) {
            return words.noSeat(BY, email, committee);
        }
        var lines = data.resolve("wordpress-" + at.getEpochSecond() + ".csv");
        try (var in = Files.newInputStream(export);
                var out = Files.newBufferedWriter(Files.createDirectories(data).resolve(lines.getFileName()))) {
            var report = wordpress.bring(
                    in, seat.get(), at, WordpressWords.machines(), out, articles -> say(words.under(articles)));
            int left = report.leftOut().values().stream().mapToInt(Integer::intValue).sum();
            return words.brought(report.articles(), report.comments(), report.repeated(), left)
                    + System.lineSeparator()
                    + words.reported(lines.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Seat> seat(Instant at) {
        return accounts.byEmail(email)
                .map(Account::id)
                .flatMap(account -> committees.membership(account, committee, at))
                .map(Membership::seat)
                .filter(Seat::publishes);
    }

    @SuppressWarnings("SystemOut") // This is the program speaking to the person who started it.
    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
