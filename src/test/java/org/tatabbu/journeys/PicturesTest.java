// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.tatabbu.language.Language;

/** The pictures of the README. An ordinary run leaves them as they are. */
@Told
@DirtiesContext
@EnabledIfSystemProperty(
        named = "tatabbu.screenshots",
        matches = "true",
        disabledReason = "The pictures of the README are taken with -Dtatabbu.screenshots=true")
class PicturesTest {
    @Autowired
    Stage stage;

    @Test
    void theArticleIsPicturedInArabic() {
        var reader = stage.reader(Language.AR);
        reader.open("/news/first-meeting");
        picture(reader, "article-ar.png");
    }

    @Test
    void anAdoptionIsPicturedBeforeTheSecondHeadAdopts() {
        var layla = new River(stage.member(Language.EN, Stage.LAYLA));
        layla.take("adopt");
        layla.adoptFirst("telZahra");
        var samir = new River(stage.member(Language.EN, Stage.SAMIR));
        samir.take("adopt");
        picture(samir.person(), "adoption.png");
    }

    private static void picture(Person person, String name) {
        var file = Path.of("docs", "images", name);
        person.page().screenshot(new ScreenshotOptions().setPath(file));
        assertThat(file).isNotEmptyFile();
    }
}
