// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.authorship;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tatabbu.discussion.CommentId;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.language.Language;
import org.tatabbu.mail.OneTimeLink;
import org.tatabbu.page.Form;
import org.tatabbu.page.Frame;
import org.tatabbu.page.Pages;

/** What authors see of their own comments. */
@Controller
@RequestMapping("/comments")
class OwnPages {
    private static final String TOPIC = "/{topic:[0-9a-f]{8}-[0-9a-f-]{27}}/own";

    /** One address, as a letter may be sent to; who has it is known only by its letter. */
    private static final Pattern LETTER = Pattern.compile("[^\\s@,;\\p{Cc}]{1,64}@[^\\s@,;\\p{Cc}]{1,189}");

    private final OwnComments own;
    private final Pages pages;
    private final Clock clock;

    OwnPages(OwnComments own, Pages pages, Clock clock) {
        this.own = own;
        this.pages = pages;
        this.clock = clock;
    }

    /** The address of such a page opens comments: no other site and no search engine may learn it. */
    @ModelAttribute
    void discreet(HttpServletResponse response) {
        Pages.discreet(response);
    }

    @GetMapping(TOPIC)
    ResponseEntity<byte[]> ask(@PathVariable Language lang, @PathVariable UUID topic) {
        return ask(HttpStatus.OK, lang, topic, Form.EMPTY);
    }

    @PostMapping(TOPIC)
    ResponseEntity<byte[]> ask(
            @PathVariable Language lang, @PathVariable UUID topic, @RequestParam(defaultValue = "") String email) {
        var address = email.strip();
        var form = Form.of(Map.of("email", email))
                .check(
                        "email",
                        typed -> LETTER.matcher(typed).matches(),
                        AuthorshipWords.in(lang).emailWrong());
        if (form.fails()) {
            return ask(HttpStatus.UNPROCESSABLE_CONTENT, lang, topic, form);
        }
        own.ask(new TopicId(topic), address, lang, clock.instant());
        return Pages.seeOther(lang, "/comments/" + topic + "/asked");
    }

    @GetMapping("/{topic:[0-9a-f]{8}-[0-9a-f-]{27}}/asked")
    ResponseEntity<byte[]> asked(@PathVariable Language lang, @PathVariable UUID topic) {
        var words = AuthorshipWords.in(lang);
        var way = "/comments/" + topic + "/own";
        return pages.tell(
                lang,
                "/comments/" + topic + "/asked",
                new Pages.Outcome(words.askedTitle(), words.askedLead(), words.again(), way));
    }

    @GetMapping("/own/{token:[A-Za-z0-9_-]{43}}")
    ResponseEntity<byte[]> read(@PathVariable Language lang, @PathVariable OneTimeLink.Token token) {
        return read(HttpStatus.OK, lang, token, Form.EMPTY);
    }

    @PostMapping("/own/{token:[A-Za-z0-9_-]{43}}")
    ResponseEntity<byte[]> erase(
            @PathVariable Language lang,
            @PathVariable OneTimeLink.Token token,
            @RequestParam(defaultValue = "") List<UUID> chosen) {
        if (chosen.isEmpty()) {
            var form = Form.EMPTY.wrong("chosen", AuthorshipWords.in(lang).chooseFirst());
            return read(HttpStatus.UNPROCESSABLE_CONTENT, lang, token, form);
        }
        var comments = chosen.stream().map(CommentId::new).collect(Collectors.toSet());
        return own.erase(token, comments, clock.instant()) ? Pages.seeOther(lang, "/comments/erased") : over(lang);
    }

    @GetMapping("/erased")
    ResponseEntity<byte[]> erased(@PathVariable Language lang) {
        var words = AuthorshipWords.in(lang);
        return pages.tell(
                lang,
                "/comments/erased",
                new Pages.Outcome(words.erasedTitle(), words.erasedLead(), words.toNews(), "/news"));
    }

    private ResponseEntity<byte[]> ask(HttpStatus status, Language lang, UUID topic, Form form) {
        var page = new OwnPage(lang, "/comments/" + topic + "/own", List.of(), form);
        // Whatever is asked about has this page, so that it tells nothing of what there is: so no copy of it is kept
        // either.
        var frame = Frame.work(lang, page.path(), page.words().title(), null);
        return pages.show(status, frame, "authorship/AskPage.jte", page);
    }

    private ResponseEntity<byte[]> read(HttpStatus status, Language lang, OneTimeLink.Token token, Form form) {
        var comments = own.at(token, clock.instant());
        if (comments.isEmpty()) {
            return over(lang);
        }
        var page = new OwnPage(lang, "/comments/own/" + token.text(), comments.get(), form);
        var frame = Frame.work(lang, page.path(), page.words().title(), null);
        return pages.show(status, frame, "authorship/OwnPage.jte", page);
    }

    private ResponseEntity<byte[]> over(Language lang) {
        var words = AuthorshipWords.in(lang);
        return pages.over(lang, new Pages.Outcome(words.overTitle(), words.overLead(), words.toNews(), "/news"));
    }
}
