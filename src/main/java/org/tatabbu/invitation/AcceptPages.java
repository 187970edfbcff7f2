// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.committee.Committees;
import org.tatabbu.identity.Account;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.mail.OneTimeLink;
import org.tatabbu.page.Form;
import org.tatabbu.page.Frame;
import org.tatabbu.page.Pages;
import org.tatabbu.passkey.Answer;
import org.tatabbu.passkey.Passkeys;

/** Behind the link of a letter: nobody but its holder sees what is here. */
@Controller
class AcceptPages {
    private final Invitations invitations;
    private final Committees committees;
    private final Passkeys passkeys;
    private final Pages pages;
    private final Clock clock;

    AcceptPages(Invitations invitations, Committees committees, Passkeys passkeys, Pages pages, Clock clock) {
        this.invitations = invitations;
        this.committees = committees;
        this.passkeys = passkeys;
        this.pages = pages;
        this.clock = clock;
    }

    @ModelAttribute
    void discreet(HttpServletResponse response) {
        Pages.discreet(response);
    }

    @GetMapping("/invitations/{link}")
    ResponseEntity<byte[]> show(@PathVariable Language lang, @PathVariable OneTimeLink.Token link, CsrfToken token) {
        return open(HttpStatus.OK, lang, link, Form.EMPTY, token);
    }

    @PostMapping("/invitations/{link}")
    ResponseEntity<byte[]> accept(
            @PathVariable Language lang,
            @PathVariable OneTimeLink.Token link,
            @RequestParam Map<String, String> sent,
            CsrfToken token) {
        var now = clock.instant();
        var found = invitations.behind(link, now);
        if (found.isEmpty()) {
            return over(lang);
        }
        var written = Form.of(sent);
        var reading = NewPassword.read(written.value("password"), found.get().email());
        var form = AcceptForm.checked(lang, written, reading);
        if (form.fails() || !(reading instanceof NewPassword.Fit fit)) {
            return open(HttpStatus.UNPROCESSABLE_CONTENT, lang, link, form, token);
        }
        var name = AcceptForm.name(form).name();
        return accepted(lang, link, accepting(() -> invitations.accept(link, name, fit.password(), now)), token);
    }

    private ResponseEntity<byte[]> accepted(Language lang, OneTimeLink.Token link, Accepting outcome, CsrfToken token) {
        return switch (outcome) {
            case Accepting.Accepted done -> Pages.seeOther(lang, "/invitations/accepted");
            case Accepting.Over over -> over(lang);
            case Accepting.KeyRefused none -> over(lang);
            case Accepting.HasAccount known -> open(HttpStatus.CONFLICT, lang, link, Form.EMPTY, token);
            case Accepting.OtherAccount none -> over(lang);
            case Accepting.OtherParty none -> over(lang);
            case Accepting.Seated none -> over(lang);
            case Accepting.Operator none -> over(lang);
        };
    }

    private static Accepting accepting(Supplier<Accepting> step) {
        try {
            return step.get();
        } catch (DuplicateKeyException raced) {
            // Another letter to this address was accepted at the same moment, and opened its account.
            return new Accepting.HasAccount();
        }
    }

    @GetMapping("/invitations/accepted")
    ResponseEntity<byte[]> accepted(@PathVariable Language lang) {
        var words = InvitationWords.in(lang);
        var accepted = new Pages.Outcome(words.acceptedTitle(), words.acceptedText(), words.signIn(), "/sign-in");
        return pages.tell(lang, "/invitations/accepted", accepted);
    }

    @GetMapping("/work/invitations/{link}")
    ResponseEntity<byte[]> mine(@PathVariable Language lang, @PathVariable OneTimeLink.Token link, SignedIn me) {
        var found = invitations.behind(link, clock.instant());
        if (found.isEmpty()) {
            return over(lang);
        }
        var fits = found.get().email().equals(me.account().email());
        var obstacle = fits ? "" : InvitationWords.in(lang).otherAccount();
        return mine(fits ? HttpStatus.OK : HttpStatus.CONFLICT, lang, link, found.get(), obstacle, me);
    }

    @PostMapping("/work/invitations/{link}")
    ResponseEntity<byte[]> acceptMine(
            @PathVariable Language lang, @PathVariable OneTimeLink.Token link, SignedIn me, RedirectAttributes next) {
        var words = InvitationWords.in(lang);
        return switch (invitations.accept(link, me.account(), clock.instant())) {
            case Accepting.Accepted done -> {
                next.addFlashAttribute("notice", words.acceptedTitle());
                yield Pages.seeOther(lang, "/work");
            }
            case Accepting.OtherAccount other -> conflict(lang, link, words.otherAccount(), me);
            case Accepting.OtherParty other -> conflict(lang, link, words.otherParty(), me);
            case Accepting.Seated seated -> conflict(lang, link, words.seated(), me);
            case Accepting.Operator operator -> conflict(lang, link, words.operator(), me);
            case Accepting.Over over -> over(lang);
            case Accepting.HasAccount known -> over(lang);
            case Accepting.KeyRefused none -> over(lang);
        };
    }

    private ResponseEntity<byte[]> conflict(Language lang, OneTimeLink.Token link, String obstacle, SignedIn me) {
        return invitations
                .behind(link, clock.instant())
                .map(found -> mine(HttpStatus.CONFLICT, lang, link, found, obstacle, me))
                .orElseGet(() -> over(lang));
    }

    private ResponseEntity<byte[]> mine(
            HttpStatus status,
            Language lang,
            OneTimeLink.Token link,
            Invitation invitation,
            String obstacle,
            SignedIn me) {
        var page = new MinePage(lang, invitation, committees.get(invitation.committee()), link, obstacle);
        return pages.show(
                status, me.frame(lang, page.path(), page.words().acceptTitle()), "invitation/MinePage.jte", page);
    }

    @GetMapping("/invitations/{link}/passkey")
    ResponseEntity<byte[]> showKey(@PathVariable Language lang, @PathVariable OneTimeLink.Token link, CsrfToken token) {
        return withKey(HttpStatus.OK, lang, link, Form.EMPTY, token);
    }

    @PostMapping("/invitations/{link}/passkey/options")
    ResponseEntity<byte[]> options(
            @PathVariable Language lang,
            @PathVariable OneTimeLink.Token link,
            @RequestParam Map<String, String> sent,
            CsrfToken token,
            HttpServletRequest request) {
        var now = clock.instant();
        var found = invitations.behind(link, now).filter(invitation -> !invitations.hasAccount(invitation));
        if (found.isEmpty()) {
            return over(lang);
        }
        // The form is refused before a key is made that no account would know.
        var form = AcceptForm.named(lang, Form.of(sent));
        if (form.fails()) {
            return withKey(HttpStatus.UNPROCESSABLE_CONTENT, lang, link, form, token);
        }
        var invited = new Account(
                AccountId.random(), found.get().email(), AcceptForm.name(form).name());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(passkeys.offer(request, invited, lang, now));
    }

    @PostMapping("/invitations/{link}/passkey")
    ResponseEntity<byte[]> acceptWithKey(
            @PathVariable Language lang,
            @PathVariable OneTimeLink.Token link,
            @RequestParam Map<String, String> sent,
            CsrfToken token,
            HttpServletRequest request) {
        var now = clock.instant();
        var found = invitations.behind(link, now);
        if (found.isEmpty()) {
            return over(lang);
        }
        var form = AcceptForm.named(lang, Form.of(sent));
        if (form.fails()) {
            return withKey(HttpStatus.UNPROCESSABLE_CONTENT, lang, link, form, token);
        }
        var key = passkeys.first(request, found.get().email(), new Answer(sent), lang, now);
        if (key.isEmpty()) {
            return keyRefused(lang, link, form, token);
        }
        var name = AcceptForm.name(form).name();
        var outcome = accepting(() -> invitations.accept(link, name, key.get(), lang, now));
        return outcome instanceof Accepting.KeyRefused
                ? keyRefused(lang, link, form, token)
                : accepted(lang, link, outcome, token);
    }

    private ResponseEntity<byte[]> keyRefused(Language lang, OneTimeLink.Token link, Form form, CsrfToken token) {
        var wrong = form.wrong("credential", InvitationWords.in(lang).keyRefused());
        return withKey(HttpStatus.UNPROCESSABLE_CONTENT, lang, link, wrong, token);
    }

    private ResponseEntity<byte[]> withKey(
            HttpStatus status, Language lang, OneTimeLink.Token link, Form sent, CsrfToken token) {
        return open(status, lang, link, sent, token, Way.KEY);
    }

    private ResponseEntity<byte[]> open(
            HttpStatus status, Language lang, OneTimeLink.Token link, Form sent, CsrfToken token) {
        return open(status, lang, link, sent, token, Way.PASSWORD);
    }

    private ResponseEntity<byte[]> open(
            HttpStatus status, Language lang, OneTimeLink.Token link, Form sent, CsrfToken token, Way way) {
        var found = invitations.behind(link, clock.instant());
        if (found.isEmpty()) {
            return over(lang);
        }
        var invitation = found.get();
        var form = sent.values().isEmpty() ? AcceptForm.of(invitation) : sent;
        var page = new AcceptPage(
                lang,
                invitation,
                committees.get(invitation.committee()),
                link,
                form,
                invitations.hasAccount(invitation),
                token);
        return pages.show(
                status,
                Frame.work(
                        lang,
                        page.known() ? page.path() : way.path(page),
                        page.words().acceptTitle(),
                        null),
                page.known() ? Way.PASSWORD.template : way.template,
                page);
    }

    /** What somebody new means to sign in with. */
    private enum Way {
        PASSWORD("invitation/AcceptPage.jte"),
        KEY("invitation/AcceptWithKeyPage.jte");

        private final String template;

        Way(String template) {
            this.template = template;
        }

        String path(AcceptPage page) {
            return this == KEY ? page.withKey() : page.path();
        }
    }

    /** One answer for every link that opens nothing, so that none tells more than another. */
    private ResponseEntity<byte[]> over(Language lang) {
        var words = InvitationWords.in(lang);
        var over = new Pages.Outcome(words.overTitle(), words.overText(), words.signIn(), "/sign-in");
        return pages.over(lang, over);
    }
}
