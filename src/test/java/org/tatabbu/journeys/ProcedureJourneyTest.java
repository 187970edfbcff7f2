// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;

/** Between two meetings one head puts a frozen text to both sides; both sign it, or one refuses it. */
@Told
class ProcedureJourneyTest {
    private static final String HEAD_A = "head.a@defence.example";
    private static final String HEAD_B = "head.b@defence.example";
    private static final LocalText TITLE = new LocalText(
            "تبادل الوثائق قبل الاجتماعات (نص للتجربة)",
            "Échange des documents avant les réunions (texte d’essai)",
            "Exchange of papers before meetings (a trial text)");
    private static final LocalText CLAUSE = new LocalText(
            "اتفق الطرفان على تبادل وثائق كل اجتماع قبل انعقاده بأسبوعين.",
            "Les parties sont convenues d’échanger les documents de chaque réunion deux semaines avant celle-ci.",
            "The Parties agreed to exchange the papers of each meeting two weeks before it.");

    @Autowired
    Stage stage;

    @ParameterizedTest
    @EnumSource(names = {"AR", "EN"})
    void whatBothHeadsSignWithKeysOfEitherKindIsNumberedSealedAndProvable(Language language) {
        var opener = stage.member(language, HEAD_A);
        toTexts(opener, opener.words("sample", "committee"));
        opens(opener);
        closesByTheClocksOf(opener, "Africa/Casablanca", "Asia/Jerusalem");
        assertThat(opener.named(AriaRole.LINK, opener.words("procedure", "edit")))
                .hasCount(0);
        signs(opener);
        assertThat(answers(opener).first()).not().containsText(opener.words("procedure", "silentSoFar"));
        assertThat(answers(opener).last()).containsText(opener.words("procedure", "silentSoFar"));

        var other = stage.member(language, HEAD_B);
        other.device().ofEdDsa();
        takes(other);
        new River(other).makeAnotherKey();
        var said = signs(other);
        var act = other.part(".sign a[href*='/acts/decisions/']");
        assertThat(said).isEqualTo(other.words("adoption", "complete", act.innerText()));
        other.follow(act);
        provable(other);

        opener.open("/work");
        assertThat(task(opener)).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"AR", "EN"})
    void aTextThatOneHeadRefusesIsOverAndOnTheAgendaOfTheNextMeeting(Language language) {
        var layla = stage.member(language, Stage.LAYLA);
        toTexts(layla, layla.words("sample", "river"));
        opens(layla);

        var samir = stage.member(language, Stage.SAMIR);
        takes(samir);
        samir.part("summary")
                .filter(new FilterOptions().setHasText(samir.words("procedure", "refuse")))
                .click();
        samir.part("[name=refusal]").fill(CLAUSE.in(language));
        samir.press(samir.words("procedure", "refuseNow"));
        assertThat(samir.notice()).isEqualTo(samir.words("procedure", "nowRefused"));
        assertThat(samir.part("form[action$='/ticket']")).hasCount(0);
        assertThat(samir.part(".warning blockquote")).hasText(CLAUSE.in(language));
        samir.follow(samir.words("procedure", "onAgenda"));
        assertThat(samir.place()).contains("/meetings/4");
        assertThat(samir.part("main")).containsText(TITLE.in(language));

        layla.open("/work");
        assertThat(task(layla)).hasCount(0);
    }

    private static void toTexts(Person head, String committee) {
        head.follow(head.words("page", "waiting"));
        head.follow(committee);
        head.follow(head.words("desk", "procedures"));
    }

    /** Writes a text in three languages, which the other side may read, then puts it to both as it stands. */
    private static void opens(Person head) {
        head.follow(head.words("procedure", "newText"));
        for (var in : Language.ALL) {
            head.part("[name=title_" + in.tag() + "]").fill(TITLE.in(in));
            head.part("[name=text_1_" + in.tag() + "]").fill(CLAUSE.in(in));
        }
        head.part("select[name=verb_1]").selectOption("AGREED");
        head.press(head.words("procedure", "save"));
        assertThat(head.notice()).isEqualTo(head.words("procedure", "saved"));
        head.press(head.words("procedure", "openNow"));
        assertThat(head.notice()).isEqualTo(head.words("procedure", "nowOpen"));
        assertThat(head.part("h1")).hasText(TITLE.in(head.language()));
    }

    private static void closesByTheClocksOf(Person head, String... zones) {
        for (int i = 0; i < zones.length; i++) {
            var time = answers(head).nth(i).locator("time");
            var closes = Instant.parse(time.getAttribute("datetime")).atZone(ZoneId.of(zones[i]));
            assertThat(time)
                    .containsText(
                            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(closes));
        }
        assertThat(answers(head)).hasCount(zones.length);
    }

    private static Locator answers(Person head) {
        return head.part("section[aria-labelledby=answers] .side");
    }

    /** From the desk to the text that waits for this head. */
    private static void takes(Person head) {
        head.open("/work");
        head.follow(task(head).getByRole(AriaRole.LINK));
        assertThat(head.part("h1")).hasText(TITLE.in(head.language()));
    }

    private static Locator task(Person head) {
        return head.part("ul.tasks > li")
                .filter(new FilterOptions().setHasText(head.words("desk", "answerText")))
                .filter(new FilterOptions().setHasText(TITLE.in(head.language())));
    }

    private static String signs(Person head) {
        return new River(head).adopt();
    }

    /** The page of the act says that it is sealed once it is, and gives a bundle that proves it without us. */
    private static void provable(Person head) {
        var bundle = head.part("dl.facts a[href$='/bundle.zip']");
        head.page().waitForCondition(() -> {
            head.page().reload();
            return bundle.count() > 0;
        });
        var bytes = head.page()
                .context()
                .request()
                .get(head.said("dl.facts a[href$='/bundle.zip']", "href"))
                .body();
        head.open("/verify");
        head.part("#bundle").setInputFiles(new FilePayload("bundle.zip", "application/zip", bytes));
        head.part("form#verify button").click();
        assertThat(head.part("#verdict")).hasClass("notice holds");
        assertThat(head.part("#words-of-text")).containsText(CLAUSE.in(head.language()));
    }
}
