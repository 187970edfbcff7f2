// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.discussion.Policy;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.page.Form;
import org.tatabbu.page.Frame;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** What a committee asks of comments: for everybody to read, and for its moderators to write. */
@Controller
class PolicyPages {
    private static final int LONGEST_WORD = 100;

    private final Policies policies;
    private final Moderation moderation;
    private final Committees committees;
    private final Pages pages;
    private final Clock clock;

    PolicyPages(Policies policies, Moderation moderation, Committees committees, Pages pages, Clock clock) {
        this.policies = policies;
        this.moderation = moderation;
        this.committees = committees;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/committees/{committee}/comments-policy")
    ResponseEntity<byte[]> read(@PathVariable Language lang, @PathVariable String committee) {
        var forum = moderation.forum(committee).orElseThrow(NotHere::new);
        var path = "/committees/" + committee;
        var page = new PolicyPage(lang, forum.name(), path, policies.stance(forum.id()));
        var frame = Frame.open(
                lang,
                path + "/comments-policy",
                page.words().policy(),
                page.words().policyLead());
        return pages.show(frame, "moderation/PolicyPage.jte", page);
    }

    @GetMapping(SettingsPage.PATH)
    ResponseEntity<byte[]> all(@PathVariable Language lang, SignedIn me) {
        var places = committees.memberships(me.account().id(), clock.instant()).stream()
                .filter(place -> place.seat().moderates())
                .toList();
        var page = new SettingsPage.Places(lang, places);
        return pages.show(
                me.frame(lang, SettingsPage.PATH, page.words().policies()), "moderation/PoliciesPage.jte", page);
    }

    @GetMapping(SettingsPage.PATH + "/{committee}")
    ResponseEntity<byte[]> one(@PathVariable Language lang, @PathVariable String committee, SignedIn me) {
        return show(HttpStatus.OK, lang, me, place(me, committee), null, Form.EMPTY, null);
    }

    @PostMapping(SettingsPage.PATH + "/{committee}")
    ResponseEntity<byte[]> write(
            @PathVariable Language lang,
            @PathVariable String committee,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var place = place(me, committee);
        var words = ModerationWords.in(lang);
        var values = new LinkedHashMap<String, String>();
        for (var field : List.of("waits", "days", "links", "ar", "fr", "en")) {
            values.put(field, sent.getOrDefault(field, ""));
        }
        var form = Form.of(values)
                .check("waits", value -> waits(value).isPresent(), words.waitsMissing())
                .check(
                        "days",
                        value -> number(value, Stance.MOST_DAYS).isPresent(),
                        words.numberWrong(Stance.MOST_DAYS))
                .check(
                        "links",
                        value -> number(value, Stance.MOST_LINKS).isPresent(),
                        words.numberWrong(Stance.MOST_LINKS));
        for (var language : Language.ALL) {
            form = form.check(
                    language.tag(),
                    text -> text.indexOf(0) < 0 && text.length() <= Stance.LONGEST,
                    words.tooLong(Stance.LONGEST));
        }
        if (form.fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, place, form, Form.EMPTY, null);
        }
        var before =
                number(sent.getOrDefault("version", ""), Integer.MAX_VALUE - 1).orElse(0);
        var stance = new Stance(
                before + 1,
                waits(form.value("waits")).orElseThrow(),
                number(form.value("days"), Stance.MOST_DAYS).orElseThrow(),
                number(form.value("links"), Stance.MOST_LINKS).orElseThrow(),
                LocalText.each(language -> sent.getOrDefault(language.tag(), "")));
        if (!policies.write(place, stance, clock.instant())) {
            var now = policies.stance(place.committee().id().id());
            return show(HttpStatus.CONFLICT, lang, me, place, form, Form.EMPTY, now);
        }
        next.addFlashAttribute("notice", words.saved());
        return back(lang, committee);
    }

    @PostMapping(SettingsPage.PATH + "/{committee}/words")
    ResponseEntity<byte[]> list(
            @PathVariable Language lang,
            @PathVariable String committee,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String language,
            SignedIn me,
            RedirectAttributes next) {
        var place = place(me, committee);
        var words = ModerationWords.in(lang);
        var form = Form.of(Map.of("word", word, "language", language))
                .check("word", text -> !WordList.key(text).isEmpty(), words.wordMissing())
                .check("word", text -> text.length() <= LONGEST_WORD, words.tooLong(LONGEST_WORD))
                .check("language", tag -> Language.of(tag).isPresent(), words.languageMissing());
        if (form.fails()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, lang, me, place, null, form, null);
        }
        var in = Language.of(language.strip()).orElseThrow();
        next.addFlashAttribute(
                "notice",
                policies.list(place, in, word.strip(), clock.instant()) ? words.saved() : words.listedAlready());
        return back(lang, committee);
    }

    @PostMapping(SettingsPage.PATH + "/{committee}/words/remove")
    ResponseEntity<byte[]> strike(
            @PathVariable Language lang,
            @PathVariable String committee,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String language,
            SignedIn me,
            RedirectAttributes next) {
        var place = place(me, committee);
        policies.strike(place, Language.of(language).orElseThrow(NotHere::new), word, clock.instant());
        next.addFlashAttribute("notice", ModerationWords.in(lang).saved());
        return back(lang, committee);
    }

    @PostMapping(SettingsPage.PATH + "/{committee}/articles/{article}")
    ResponseEntity<byte[]> except(
            @PathVariable Language lang,
            @PathVariable String committee,
            @PathVariable UUID article,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            RedirectAttributes next) {
        var place = place(me, committee);
        var now = clock.instant();
        var topic = new TopicId(article);
        var what = Optional.ofNullable(topics(me, place, now).get(topic)).orElseThrow(NotHere::new);
        var stay = sent.getOrDefault("stay-" + article, "");
        var known = List.of(Policies.Stay.values()).stream()
                .filter(one -> one.name().equals(stay))
                .findFirst()
                .orElseThrow(NotHere::new);
        policies.except(place, topic, what, known, now);
        next.addFlashAttribute("notice", ModerationWords.in(lang).saved());
        return back(lang, committee);
    }

    private ResponseEntity<byte[]> show(
            HttpStatus status,
            Language lang,
            SignedIn me,
            Membership place,
            @Nullable Form form,
            Form wordForm,
            @Nullable Stance meanwhile) {
        var forum = place.committee().id().id();
        var stance = policies.stance(forum);
        var page = new SettingsPage(
                lang,
                place,
                stance,
                form == null ? SettingsPage.form(stance) : form,
                wordForm,
                policies.words(forum),
                articles(lang, me, place),
                meanwhile);
        var frame = me.frame(lang, page.path(""), page.words().policy());
        return pages.show(status, frame, "moderation/SettingsPage.jte", page);
    }

    private List<SettingsPage.Article> articles(Language lang, SignedIn me, Membership place) {
        var topics = topics(me, place, clock.instant());
        var exceptions = policies.exceptions(topics.keySet());
        var articles = new ArrayList<SettingsPage.Article>();
        topics.forEach((topic, what) -> {
            var stay = Policies.Stay.of(Optional.ofNullable(exceptions.get(topic)));
            articles.add(new SettingsPage.Article(topic.id(), what.title().in(lang), what.path(), stay));
        });
        articles.sort(Comparator.comparing(SettingsPage.Article::path));
        return articles;
    }

    private Map<TopicId, ModeratedTopic> topics(SignedIn me, Membership place, Instant at) {
        var topics = moderation.topics(me.account().id(), at);
        topics.values()
                .removeIf(topic -> !topic.forum().equals(place.committee().id().id()));
        return topics;
    }

    private Membership place(SignedIn me, String committee) {
        return committees
                .membership(me.account().id(), committee, clock.instant())
                .filter(place -> place.seat().moderates())
                .orElseThrow(NotHere::new);
    }

    private static ResponseEntity<byte[]> back(Language lang, String committee) {
        return Pages.seeOther(lang, SettingsPage.PATH + "/" + committee);
    }

    private static Optional<Policy.Waits> waits(String name) {
        return List.of(Policy.Waits.values()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    /** A number in whichever digits it was typed. */
    private static Optional<Integer> number(String text, int most) {
        var stripped = text.strip();
        return stripped.matches("\\p{Nd}{1,9}")
                ? Optional.of(Integer.parseInt(stripped)).filter(value -> value <= most)
                : Optional.empty();
    }
}
