// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** The moderators' queue. */
@Controller
class ModerationPages {
    private final Moderation moderation;
    private final Pages pages;
    private final Clock clock;

    ModerationPages(Moderation moderation, Pages pages, Clock clock) {
        this.moderation = moderation;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(ModerationQueue.PATH)
    ResponseEntity<byte[]> queue(
            @PathVariable Language lang,
            SignedIn me,
            @RequestParam(defaultValue = "held") String state,
            @RequestParam(defaultValue = "1") int screen,
            @RequestParam Optional<UUID> ruled,
            @RequestParam Optional<UUID> overtaken) {
        var account = me.account().id();
        var now = clock.instant();
        var queue = moderation
                .queue(account, Verdict.of(state).orElse(Verdict.HELD), screen, lang, now)
                .after(
                        ruled.flatMap(id -> moderation.ruled(new CommentId(id), account, lang, now))
                                .orElse(null),
                        overtaken
                                .flatMap(id -> moderation.entry(new CommentId(id), account, lang, now))
                                .orElse(null));
        var frame = me.frame(lang, ModerationQueue.PATH, queue.words().moderation());
        return pages.show(frame, "moderation/ModerationQueue.jte", queue);
    }

    @PostMapping(ModerationQueue.PATH + "/{comment}/verdict")
    ResponseEntity<byte[]> rule(
            @PathVariable Language lang,
            SignedIn me,
            @PathVariable UUID comment,
            @RequestParam String verdict,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "held") String state,
            @RequestParam(defaultValue = "1") int screen) {
        var decided = Verdict.of(verdict).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        var back = ModerationQueue.path(Verdict.of(state).orElse(Verdict.HELD), screen);
        var ruling = moderation.rule(
                new CommentId(comment),
                decided,
                Verdict.of(seen).orElse(null),
                me.account().id(),
                clock.instant());
        return switch (ruling) {
            case Ruling.Ruled made -> Pages.seeOther(lang, back + "&ruled=" + comment);
            case Ruling.RuledMeanwhile other -> Pages.seeOther(lang, back + "&overtaken=" + comment);
            case Ruling.NotThere none -> throw new NotHere();
        };
    }
}
