// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.publication.Pressroom.NOON;
import static org.tatabbu.publication.Pressroom.article;
import static org.tatabbu.publication.Pressroom.unique;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.article.ArticleId;
import org.tatabbu.article.ArticleText;
import org.tatabbu.article.Writing;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.publication.Pressroom;
import org.tatabbu.publication.Pressroom.Hosts;
import org.tatabbu.publication.Printing;

/** Both offices hear of every turn, and a letter says nothing of the text. */
@Printing
class OfficeLettersTest {
    private static final Path FOLDER = Path.of("target", "printing", "mail");

    @Autowired
    private Pressroom press;

    @Autowired
    private Releases releases;

    private final Hosts hosts;

    OfficeLettersTest(@Autowired Pressroom press) {
        hosts = press.found();
    }

    private Release written(@Nullable ArticleId known, ArticleText text, int seen) {
        var writing = releases.write(known, null, seen, text, hosts.secretary(), NOON);
        return releases.issue(((Writing.Written) writing).article()).orElseThrow();
    }

    private void clear(Release release, Seat by) {
        releases.clear(release.id(), releases.digest(release), by, NOON);
    }

    private static List<MimeMessage> to(String email) throws IOException, MessagingException {
        var found = new ArrayList<MimeMessage>();
        if (Files.isDirectory(FOLDER)) {
            try (var files = Files.list(FOLDER)) {
                for (var file :
                        files.filter(one -> one.toString().endsWith(".eml")).toList()) {
                    try (var in = Files.newInputStream(file)) {
                        var letter = new MimeMessage(Session.getInstance(new Properties()), in);
                        if (letter.getHeader("To", ",").equals(email)) {
                            found.add(letter);
                        }
                    }
                }
            }
        }
        return found;
    }

    @Test
    void everyOfficeIsWrittenToAndTheLettersKeepTheTextToThemselves() throws Exception {
        var email = press.member(hosts, Role.PRESS, hosts.committee().parties().getLast());
        var account = press.accounts.byEmail(email).orElseThrow().id();
        var west = press.committees
                .membership(account, hosts.slug(), NOON)
                .orElseThrow()
                .seat();
        var first = written(null, article(unique("hushed")), 0);
        clear(first, hosts.secretary());
        var later = new ArticleText.Terms(null, Instant.parse("2070-01-17T14:00:00Z"));
        var second = written(first.article(), article(unique("hushed")).under(later), 1);
        clear(second, hosts.secretary());
        clear(second, west);
        releases.takeBack(second.id(), west, NOON);

        var letters = Awaitility.await().until(() -> to(email), found -> found.size() == 5);
        var words = PressWords.in(Language.AR);
        var subjects = new ArrayList<String>();
        for (var letter : letters) {
            subjects.add(letter.getSubject());
            assertThat(letter.getContent().toString())
                    .contains("/ar/work/committees/" + hosts.slug() + "/articles/"
                            + first.article().id())
                    .doesNotContain("hushed", "Title", "Body");
        }
        assertThat(subjects)
                .containsExactlyInAnyOrder(
                        words.letterSubject("ASKED"),
                        words.letterSubject("VOIDED"),
                        words.letterSubject("ASKED"),
                        words.letterSubject("SCHEDULED"),
                        words.letterSubject("TAKEN_BACK"));
    }
}
