// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.ContextConfiguration;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.statement.Statement;
import org.tatabbu.testing.OnFreshDatabase;
import org.tatabbu.testing.Signers;

/** From a program that holds nothing to a text that both heads have adopted, by what its pages offer alone. */
@ExtendWith(Chromium.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "tatabbu.operator=operator@example.org",
            "server.shutdown=immediate",
            // Letters are read here where they wait.
            "tatabbu.mail.carries=false"
        })
@ContextConfiguration(initializers = {OnFreshDatabase.Initializer.class, Told.Folder.class})
@Import({Stage.class, Signers.class})
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class FoundedJourneyTest {
    private static final String PASSWORD = "a sentence one remembers";
    private static final String ZONE = "Africa/Tunis";
    private static final Pattern LINK = Pattern.compile("/(welcome|invitations)/[A-Za-z0-9_-]{43}");
    private static final LocalText EAST = new LocalText("بلاد الشرق", "Pays d’Orient", "Eastland");
    private static final LocalText WEST = new LocalText("بلاد الغرب", "Pays d’Occident", "Westland");
    private static final LocalText NAME =
            new LocalText("لجنة المياه المشتركة", "Commission mixte de l’eau", "Joint water committee");
    private static final LocalText CLAUSE = new LocalText(
            "أحاط الطرفان علمًا بحالة السدود.",
            "Les deux parties ont pris note de l’état des barrages.",
            "Both parties took note of the state of the dams.");

    @Autowired
    private Stage stage;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Committees committees;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Signers signers;

    @ParameterizedTest
    @EnumSource(names = {"AR", "EN"})
    void aCommitteeOfTwoKeysAdoptsTheTextOfItsFirstMeeting(Language language) {
        var operator = welcomed(language, "operator@example.org");
        var east = secretary(operator, EAST, "layla@example.org");
        var west = secretary(operator, WEST, "samir@example.org");

        founded(east, west);
        var firstHead = head(east, "head.east@example.org");
        var secondHead = head(west, "head.west@example.org");
        planned(east);
        convened(east, west);
        written(east);

        adopted(firstHead, "head.east@example.org");
        var act = adopted(secondHead, "head.west@example.org")
                .part("ol.steps > li")
                .nth(3)
                .innerText();
        east.open("/work/committees/joint-water");
        assertThat(east.part("[aria-labelledby=register] li")).containsText(act);
        assertThat(east.part("[aria-labelledby=meetings] li")).containsText(east.words("desk", "standing", "ADOPTED"));
    }

    private void founded(Person east, Person west) {
        east.open("/work");
        east.follow(east.words("desk", "foundCommittee"));
        east.tick(WEST.in(east.language()));
        east.type(east.words("founding", "address"), "joint-water");
        texts(east, "name_", NAME);
        for (var field : List.of("purpose_", "authority_", "mandate_", "areas_")) {
            texts(east, field, NAME);
        }
        east.part("#zone").selectOption(ZONE);
        east.press(east.words("founding", "propose"));
        assertThat(east.notice()).isEqualTo(east.words("founding", "proposed"));

        west.open("/work");
        west.follow(west.part("ul.tasks a"));
        west.press(west.words("founding", "confirm"));
        west.follow(west.words("founding", "toCommittee"));
        assertThat(west.part("h1")).hasText(NAME.in(west.language()));
    }

    private void planned(Person east) {
        east.open("/work/committees/joint-water");
        east.follow(east.words("desk", "planNext"));
        var today = LocalDate.now(ZoneId.of(ZONE));
        east.part("#first").fill(today.minusDays(1).toString());
        texts(east, "venue_", EAST);
        east.press(east.words("meeting", "plan"));
        assertThat(east.part("#first-error")).hasText(east.words("meeting", "dayPast"));
        east.part("#first").fill(today.plusDays(30).toString());
        east.part("#hour").fill("09:30");
        east.press(east.words("meeting", "plan"));
        assertThat(east.notice()).isEqualTo(east.words("meeting", "planned"));
        east.follow(east.words("desk", "addItem"));
        texts(east, "title_", NAME);
        east.press(east.words("meeting", "saveItem"));
        assertThat(east.part("ol.agenda > li")).containsText(NAME.in(east.language()));
        east.follow(east.words("desk", "changePlan"));
        east.part("#first").fill(today.toString());
        east.part("#last").fill("");
        east.press(east.words("meeting", "savePlan"));
        assertThat(east.notice()).isEqualTo(east.words("meeting", "planSaved"));
    }

    private static void convened(Person east, Person west) {
        east.press(east.words("desk", "forward", "CONVENED"));
        east.press(east.words("desk", "forward", "OPEN"));
        assertThat(east.notice()).isEqualTo(east.words("meeting", "moved", "OPEN"));
        for (var secretary : List.of(east, west)) {
            secretary.open("/work/committees/joint-water/meetings/1");
            secretary.follow(secretary.words("desk", "recordAttendance"));
            secretary.press(secretary.words("meeting", "saveAttendance"));
            assertThat(secretary.notice()).isEqualTo(secretary.words("meeting", "attendanceSaved"));
        }
        assertThat(west.part("[aria-labelledby=people] .chip")).hasCount(2);
    }

    private static void written(Person east) {
        east.open("/work/committees/joint-water/meetings/1");
        east.follow(east.part("nav.doors a[href$='/minutes']"));
        east.press(east.words("minutes", "open"));
        east.follow(east.words("minutes", "add"));
        east.part("#verb").selectOption("NOTED");
        texts(east, "text_", CLAUSE);
        east.press(east.words("minutes", "save"));
        east.press(east.words("minutes", "present"));
    }

    /** Signs with a key file: what the page gives is signed elsewhere, and brought back to it. */
    private Person adopted(Person head, String email) {
        var committee = committees.find("joint-water").orElseThrow().id();
        var seat = committees.seats(committee).stream()
                .filter(one -> one.account() != null
                        && accounts.find(one.account())
                                .filter(account -> account.email().equals(email))
                                .isPresent())
                .filter(Seat::adopts)
                .findFirst()
                .orElseThrow();
        signers.mandate(seat, Instant.now());
        head.open("/work");
        head.follow(head.part("ul.tasks a"));
        head.follow(head.words("adoption", "signWithFile"));
        var statement = head.page()
                .context()
                .request()
                .get(head.said("a[download]", "href"))
                .body();
        var envelope = signers.key(seat).sign(Statement.read(statement)).bytes();
        head.part("#envelope").setInputFiles(new FilePayload("envelope.json", "application/json", envelope));
        head.part("input[name=read]").check();
        head.press(head.words("adoption", "adopt"));
        return head;
    }

    private Person head(Person secretary, String email) {
        secretary.open("/work/committees/joint-water");
        secretary.follow(secretary.words("desk", "people"));
        secretary.follow(secretary.part("a[href$='/people/invitations/new']"));
        secretary.part("#email").fill(email);
        secretary.part("#role").selectOption("HEAD");
        secretary.part("#name_arabic").fill("رئيس الوفد");
        secretary.part("#name_latin").fill("Head " + email);
        secretary.part("#from").fill(LocalDate.now(ZoneId.of(ZONE)).toString());
        secretary.press(secretary.words("invitation", "sendInvitation"));
        return accepted(secretary.language(), email);
    }

    private Person accepted(Language language, String email) {
        var person = stage.reader(language);
        person.open(link(email));
        person.part("#password").fill(PASSWORD);
        person.part("#again").fill(PASSWORD);
        person.press(person.words("invitation", "accept"));
        person.follow(person.words("invitation", "signIn"));
        return signedIn(person, email);
    }

    private Person secretary(Person operator, LocalText party, String email) {
        operator.open("/work");
        operator.follow(operator.words("desk", "parties"));
        for (var field : List.of("name_", "short_", "adjective_")) {
            texts(operator, field, party);
        }
        operator.part("#zone").selectOption(ZONE);
        operator.press(operator.words("register", "enterParty"));
        operator.part("#email").fill(email);
        operator.press(operator.words("register", "invite"));
        return welcomed(operator.language(), email);
    }

    /** Follows the link of the letter, and signs in with the password set there. */
    private Person welcomed(Language language, String email) {
        var person = stage.reader(language);
        person.open(link(email));
        person.part("#latin").fill("Name of " + email);
        person.part("#password").fill(PASSWORD);
        person.part("#again").fill(PASSWORD);
        person.press(person.words("register", "accept"));
        person.follow(person.part("main a[href*='/sign-in']"));
        return signedIn(person, email);
    }

    private static Person signedIn(Person person, String email) {
        person.type(person.words("identity", "email"), email);
        person.typePassword(person.words("identity", "password"), PASSWORD);
        person.press(person.words("identity", "enter"));
        return person;
    }

    private String link(String email) {
        var body = sql.sql("select body from mail.letter where recipient = :email order by queued limit 1")
                .param("email", email)
                .query(String.class)
                .single();
        var link = LINK.matcher(body);
        assertThat(link.find()).as(body).isTrue();
        return link.group();
    }

    private static void texts(Person person, String field, LocalText text) {
        Language.ALL.forEach(each -> person.part("#" + field + each.tag()).fill(text.in(each)));
    }
}
