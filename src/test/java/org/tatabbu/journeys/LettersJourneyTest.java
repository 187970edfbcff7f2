// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tatabbu.testing.Stage.NOON;
import static org.tatabbu.testing.Stage.ZONE;
import static org.tatabbu.testing.Stage.email;
import static org.tatabbu.testing.Stage.text;

import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.tatabbu.committee.Role;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.register.Inviting;
import org.tatabbu.register.Parties;
import org.tatabbu.register.StandingParty;
import org.tatabbu.register.StandingPartyId;
import org.tatabbu.testing.OnFreshDatabase;
import org.tatabbu.testing.Visitor;

/** Whoever follows the link of a letter comes in at the end of it: in Arabic on the smallest of screens too. */
@ExtendWith(Chromium.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "tatabbu.operator=" + LettersJourneyTest.OPERATOR,
            "server.shutdown=immediate",
            // Letters are read here where they wait.
            "tatabbu.mail.carries=false"
        })
@ContextConfiguration(initializers = {OnFreshDatabase.Initializer.class, Told.Folder.class})
@Import({Stage.class, org.tatabbu.testing.Stage.class})
@DirtiesContext
class LettersJourneyTest {
    static final String OPERATOR = "operator@example.org";

    private static final Pattern LINK = Pattern.compile("/(welcome|invitations|sign-in/reset)/[A-Za-z0-9_-]{43}");

    @Autowired
    private Stage stage;

    @Autowired
    private org.tatabbu.testing.Stage ground;

    @Autowired
    private Parties parties;

    @Autowired
    private JdbcClient sql;

    @ParameterizedTest
    @EnumSource(names = {"AR", "EN"})
    void whoForgotTheirPasswordChoosesAnotherAndComesIn(Language language) {
        var email = email();
        ground.account(email);
        var person = reader(language);
        person.open("/sign-in");
        person.follow(person.words("identity", "forgotten"));
        arrived(person, "profile", "forgottenTitle");
        person.type(person.words("profile", "email"), email);
        person.press(person.words("profile", "send"));
        arrived(person, "profile", "sentTitle");

        person.open(link(email));
        arrived(person, "profile", "resetTitle");
        person.typePassword(person.words("profile", "passwordNew"), "password1234");
        person.press(person.words("profile", "change"));
        assertThat(person.answer().status()).isEqualTo(422);
        assertThat(person.part("#fresh-error")).isVisible();
        var fresh = "a lamp above the harbour";
        person.typePassword(person.words("profile", "passwordNew"), fresh);
        person.press(person.words("profile", "change"));
        arrived(person, "profile", "changedTitle");

        person.follow(person.words("profile", "toSignIn"));
        enter(person, email, fresh);
        assertThat(person.place()).isEqualTo("/" + language.tag() + "/work");
        assertThat(person.part(".who")).hasCount(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"AR", "EN"})
    void anInvitationIsAcceptedWithAPasskey(Language language) {
        var committee = ground.found();
        var guest = email();
        invites(language, committee, guest);

        var person = atTheKey(language, guest, "invitation", "acceptTitle");
        person.part("#name_arabic").fill("");
        person.part("#name_latin").fill("");
        noKeyForNoName(person, person.words("invitation", "accept"));
        person.part(language == Language.AR ? "#name_arabic" : "#name_latin").fill("Nadia");
        person.press(person.words("invitation", "accept"));
        arrived(person, "invitation", "acceptedTitle");
        person.follow(person.words("invitation", "signIn"));
        entersByTheirOneKey(person);
        person.open("/work/committees/" + committee.committee().slug());
        assertThat(person.part("h1")).hasText(committee.committee().name().in(language));
    }

    @ParameterizedTest
    @EnumSource(names = {"AR", "EN"})
    void aPartysFirstSecretaryIsWelcomedWithAPasskey(Language language) {
        var secretary = email();
        var party = new StandingParty(
                StandingPartyId.random(),
                text("Eastland " + secretary),
                text("East"),
                text("Eastern"),
                language,
                ZONE,
                Set.of(DayOfWeek.SUNDAY),
                List.of());
        var operator = operator();
        assertThat(parties.enter(party, operator, NOON)).isTrue();
        assertThat(parties.invite(party.id(), secretary, operator, Instant.now()))
                .isInstanceOf(Inviting.Invited.class);

        var person = welcomedWithAKey(language, secretary);
        person.open("/work");
        assertThat(person.named(AriaRole.LINK, person.words("desk", "foundCommittee")))
                .isVisible();
    }

    @Test
    void theOperatorIsWelcomedWithAPasskey() {
        var person = welcomedWithAKey(Language.EN, OPERATOR);
        person.open("/work");
        person.follow(person.words("desk", "parties"));
        assertThat(person.named(AriaRole.BUTTON, person.words("register", "enterParty")))
                .isVisible();
    }

    /** Somebody who followed their letter, and from the page that it leads to went to the one that makes a passkey. */
    private Person atTheKey(Language language, String email, String room, String page) {
        var person = reader(language);
        person.device();
        person.open(link(email));
        arrived(person, room, page);
        person.follow(person.words(room, "withKey"));
        arrived(person, room, "withKeyTitle");
        return person;
    }

    private Person welcomedWithAKey(Language language, String email) {
        var person = atTheKey(language, email, "register", "welcome");
        noKeyForNoName(person, person.words("register", "accept"));
        person.part(language == Language.AR ? "#arabic" : "#latin").fill("Layla");
        person.press(person.words("register", "accept"));
        arrived(person, "register", "enteredTitle");
        person.follow(person.part("main a[href$='/sign-in']"));
        entersByTheirOneKey(person);
        return person;
    }

    /** A key made before the form is refused would stay on the device, beside the one that signs in. */
    private static void noKeyForNoName(Person person, String accept) {
        person.press(accept);
        assertThat(person.answer().status()).isEqualTo(422);
        assertThat(person.device().keys()).isEmpty();
    }

    private void invites(Language language, org.tatabbu.testing.Stage.Parties parties, String guest) {
        var email = email();
        ground.seated(org.tatabbu.testing.Stage.seat(
                parties.committee(), parties.east().party(), Role.SECRETARY, ground.account(email)));
        var secretary = stage.reader(language);
        secretary.open("/sign-in");
        enter(secretary, email, Visitor.PASSWORD);
        secretary.open("/work/committees/" + parties.committee().slug() + "/people/invitations/new");
        secretary.part("#email").fill(guest);
        secretary.part("#role").selectOption("MEMBER");
        secretary.part("#name_arabic").fill("نادية السالمي");
        secretary.part("#name_latin").fill("Nadia Selmi");
        secretary.part("#from").fill(LocalDate.now(ZONE).toString());
        secretary.press(secretary.words("invitation", "sendInvitation"));
    }

    /** Somebody new: who reads Arabic has the smallest of screens. */
    private Person reader(Language language) {
        var person = stage.reader(language);
        if (language == Language.AR) {
            person.page().setViewportSize(320, 640);
        }
        return person;
    }

    private static void enter(Person person, String email, String password) {
        person.type(person.words("identity", "email"), email);
        person.typePassword(person.words("identity", "password"), password);
        person.press(person.words("identity", "enter"));
    }

    private static void entersByTheirOneKey(Person person) {
        person.follow(person.words("passkey", "entrance"));
        person.press(person.words("passkey", "signIn"));
        assertThat(person.part(".who")).hasCount(1);
        person.open("/work/account/passkeys");
        assertThat(person.part("td a")).hasText(person.words("passkey", "first"));
    }

    /** The page has this heading, and nothing stands beside the window. */
    private static void arrived(Person person, String room, String heading) {
        assertThat(person.part("h1")).hasText(person.words(room, heading));
        var beside = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assertThat(person.page().evaluate(beside))
                .as("beside %s", person.place())
                .isEqualTo(0);
    }

    private AccountId operator() {
        var account = ground.account(email());
        sql.sql("insert into register.operator (account, since) values (:account, now())")
                .param("account", account.id())
                .update();
        return account;
    }

    /** Where the letter to this address leads, once it is written. */
    private String link(String email) {
        var body = await().until(
                        () -> sql.sql("select body from mail.letter where recipient = :email")
                                .param("email", email)
                                .query(String.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
        var link = LINK.matcher(body);
        assertThat(link.find()).as(body).isTrue();
        return link.group();
    }
}
