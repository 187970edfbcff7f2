// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;

/** One head adopts, a secretary mends the text, and both heads adopt what it says now. */
@Told
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class EditedTextJourneyTest {
    private static final LocalText MENDED = new LocalText(
            "اتفق الطرفان على أخذ عينات الماء معًا مرتين في الشهر.",
            "Les parties sont convenues de prélever ensemble l’eau deux fois par mois.",
            "The Parties agreed to take water samples together twice a month.");

    @Autowired
    Stage stage;

    @ParameterizedTest
    @EnumSource(names = {"AR", "EN"})
    void aTextEditedAfterOneAdoptionIsAdoptedAgainByBoth(Language language) {
        var layla = new River(stage.member(language, Stage.LAYLA));
        layla.take("adopt");
        var before = layla.digest();
        layla.adoptFirst("telZahra");
        var samir = new River(stage.member(language, Stage.SAMIR));
        samir.take("adopt");
        samir.makeKey();

        var huda = new River(stage.member(language, Stage.HUDA));
        edit(huda);
        cannotAdoptWhatIsNoMore(samir);
        isTold(layla);
        isTold(samir);

        huda.toMinutes();
        huda.person().press(huda.person().words("minutes", "present"));
        assertThat(huda.person().notice()).isEqualTo(huda.person().words("adoption", "nowPresented"));

        layla.take("adopt");
        assertThat(layla.person().part("#text-" + language.tag())).containsText(MENDED.in(language));
        var now = layla.digest();
        assertThat(now).isNotEqualTo(before);
        layla.adoptFirst("telZahra");
        samir.take("adopt");
        assertThat(samir.digest()).isEqualTo(now);
        var act = samir.adoptLast();

        var reader = new River(stage.reader(language));
        reader.person().open(River.MEETING);
        reader.sealed(act, now);
    }

    private static void edit(River secretary) {
        var huda = secretary.person();
        secretary.toMinutes();
        huda.follow(huda.words("minutes", "edit") + " " + huda.words("minutes", "clause", 2));
        for (var in : Language.ALL) {
            huda.part("textarea[name=text_" + in.tag() + "]").fill(MENDED.in(in));
        }
        huda.press(huda.words("minutes", "save"));
        assertThat(huda.notice()).isEqualTo(huda.words("minutes", "savedAndBroke"));
        assertThat(huda.part("#clause-2 td.lags")).hasCount(0);
    }

    // The page was opened before the edit, and still shows the old text.
    private static void cannotAdoptWhatIsNoMore(River head) {
        head.person().press(head.person().words("adoption", "sign"));
        assertThat(head.person().notice()).isEqualTo(head.person().words("adoption", "refused", "OVER"));
    }

    private static void isTold(River head) {
        var person = head.person();
        head.take("adoptionLost");
        assertThat(person.place()).endsWith("/adoption");
        var warning = person.part("p.warning");
        assertThat(warning).containsText(head.side("wadiNour"));
        assertThat(person.named(AriaRole.BUTTON, person.words("adoption", "sign")))
                .hasCount(0);
    }
}
