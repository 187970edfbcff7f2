// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.options.AriaRole;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;

/** Both heads adopt one text, and the communiqué cut from it goes out in three languages. */
@Told
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class AdoptionJourneyTest {
    private static final LocalText TITLE = new LocalText(
            "لجنة السلسبيل تقرّ خلاصات اجتماعها الثالث",
            "La commission du Salsabil adopte les conclusions de sa troisième réunion",
            "The Salsabil commission adopts the conclusions of its third meeting");
    private static final LocalText AUTHORITY =
            new LocalText("أمانة اللجنة", "Secrétariat de la commission", "Secretariat of the commission");
    private static final Map<String, LocalText> COMMUNIQUE = Map.of(
            "title",
            TITLE,
            "authority",
            AUTHORITY,
            "lead",
            new LocalText(
                    "اتفق الطرفان على أخذ عينات الماء معًا.",
                    "Les deux parties prélèveront l’eau ensemble.",
                    "Both parties will sample the water together."));
    private static final LocalText BODY = new LocalText(
            "انعقد الاجتماع في وادي النور.",
            "La réunion s’est tenue à Wadi Nour.",
            "The meeting was held in Wadi Nour.");

    @Autowired
    Stage stage;

    @ParameterizedTest
    @EnumSource(names = {"AR", "EN"})
    void whatBothHeadsAdoptIsPublishedInThreeLanguagesUnderTheirSeal(Language language) throws Exception {
        var layla = new River(stage.member(language, Stage.LAYLA));
        layla.take("adopt");
        var digest = layla.digest();
        assertThat(digestOfDownload(layla.person())).isEqualTo(digest);
        layla.makeKey();
        layla.adoptFirst("telZahra");

        var samir = new River(stage.member(language, Stage.SAMIR));
        samir.take("adopt");
        assertThat(samir.digest()).isEqualTo(digest);
        var act = samir.adoptLast();

        var reader = new River(stage.reader(language));
        reader.person().open("");
        reader.person().follow(reader.person().words("page", "committees"));
        reader.person().follow(reader.person().words("sample", "river"));
        reader.person().follow(reader.person().part("ul.rows a[href$='/meetings/3']"));
        reader.sealed(act, digest);

        var slug = clear(new River(stage.member(language, Stage.RIM)));
        publish(new River(stage.member(language, Stage.KARIM)), slug);
        for (var each : Language.ALL) {
            read(new River(stage.reader(each)), slug, digest);
        }
    }

    private static String digestOfDownload(Person head) throws NoSuchAlgorithmException {
        var record = head.page()
                .context()
                .request()
                .get(head.said("a[href$='/adoption/record']", "href"))
                .body();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(record));
    }

    /** Writes, chooses the first two clauses, reads the preview and clears it for the first side; the address it will have. */
    private static String clear(River press) {
        var rim = press.person();
        press.take("communique");
        var slug = rim.part("input[name=slug]").inputValue();
        COMMUNIQUE.forEach((field, text) -> Language.ALL.forEach(in ->
                rim.type(rim.words("press", "field", field, new Tongue(in).say("language", "ownName")), text.in(in))));
        Language.ALL.forEach(in -> rim.part("[name=p1_" + in.tag() + "]").fill(BODY.in(in)));
        for (var clause : List.of("m3Portal", "m3Samples")) {
            rim.part("label.tick")
                    .filter(new FilterOptions().setHasText(rim.words("sample", clause)))
                    .getByRole(AriaRole.CHECKBOX)
                    .check();
        }
        assertThat(rim.part("label.tick").filter(new FilterOptions().setHasText(rim.words("sample", "m3Ladder"))))
                .hasCount(0);
        rim.press(rim.words("press", "save"));
        assertThat(rim.notice()).isEqualTo(rim.words("press", "saved"));
        for (var in : Language.ALL) {
            var preview = rim.part(".preview article[lang=" + in.tag() + "]");
            assertThat(preview).containsText(TITLE.in(in));
            assertThat(preview).containsText(new Tongue(in).say("sample", "m3Samples"));
            assertThat(preview).not().containsText(new Tongue(in).say("sample", "m3Ladder"));
        }
        cleared(rim);
        return slug;
    }

    /** The other office's word lets it go. */
    private static void publish(River press, String slug) {
        var karim = press.person();
        press.take("clearRelease", "COMMUNIQUE");
        cleared(karim);
        assertThat(karim.notice()).isEqualTo(karim.words("press", "nowPublic"));
        karim.follow(karim.words("press", "seeIt"));
        assertThat(karim.place()).endsWith("/news/" + slug);
    }

    private static void cleared(Person office) {
        office.tick(office.words("press", "haveRead"));
        office.press(office.words("press", "clear"));
    }

    private static void read(River somebody, String slug, String digest) {
        var reader = somebody.person();
        reader.open("/news");
        reader.follow(TITLE.in(reader.language()));
        assertThat(reader.place()).endsWith("/news/" + slug);
        assertThat(reader.part("h1")).hasText(TITLE.in(reader.language()));
        assertThat(reader.part("main")).containsText(AUTHORITY.in(reader.language()));
        assertThat(reader.part("main")).containsText(reader.words("sample", "m3Samples"));
        assertThat(reader.part("main")).not().containsText(reader.words("sample", "m3Ladder"));
        somebody.sealed("", digest);
    }
}
