// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tatabbu.language.Language;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.HtmlJudge;
import org.tatabbu.testing.PublicAddresses;
import org.tatabbu.testing.Told;

/** What a stranger's checker has against our pages and sheets: nothing. */
@Told
class ValidPagesTest {
    /** The checker knows no layers; the rules within them it judges. */
    private static final Pattern LAYERS = Pattern.compile("@layer [^;{}]*;");

    private static final Pattern LAYER = Pattern.compile("@layer [^;{}]*\\{");

    private static final HtmlJudge JUDGE = new HtmlJudge();

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping table;

    @ParameterizedTest
    @EnumSource
    void everyPublicPageIsValid(Language language) {
        var addresses = new PublicAddresses(port, table);
        var answers = addresses.walked(language);
        assertThat(addresses.forgotten(answers.keySet())).isEmpty();
        var told = new TreeMap<String, Object>();
        pages(answers).forEach((path, html) -> {
            var found = JUDGE.against(html);
            if (!found.isEmpty()) {
                told.put(path, found);
            }
        });
        assertThat(pages(answers)).hasSizeGreaterThan(30);
        assertThat(told).isEmpty();
    }

    private static Map<String, String> pages(Map<String, HttpResponse<String>> answers) {
        var pages = new TreeMap<String, String>();
        answers.forEach((path, answer) -> {
            if (PublicAddresses.isPage(answer)) {
                pages.put(path, answer.body());
            }
        });
        return pages;
    }

    @ParameterizedTest
    @EnumSource
    void aFormThatComesBackIsValid(Language language) {
        var path = "/" + language.tag() + "/news/first-meeting/comments";
        var answer = new Browser(port).post(path, Map.of("name", "", "email", "<\"'>", "body", ""));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JUDGE.against(answer.body())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"look", "work", "record"})
    void everySheetIsValid(String name) throws Exception {
        try (var in = getClass().getResourceAsStream("/static/assets/" + name + ".css")) {
            var sheet = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(JUDGE.againstSheet(withoutLayers(sheet))).isEmpty();
        }
    }

    @Test
    void theCheckerFindsWhatIsWrong() {
        var page = "<!doctype html><html lang=\"ar\" dir=\"rtl\"><title>x</title>%s</html>";
        assertThat(JUDGE.against(page.formatted("<p>x</p>"))).isEmpty();
        for (var wrong :
                List.of("<p><div></p>", "<p role=nothing>x", "<a id=x></a><a id=x></a>", "<center>x</center>")) {
            assertThat(JUDGE.against(page.formatted(wrong))).as(wrong).isNotEmpty();
        }
        assertThat(JUDGE.againstSheet("p { color: red }")).isEmpty();
        assertThat(JUDGE.againstSheet("p { colour: red }")).isNotEmpty();
    }

    /** Each layer's own braces go; what they held stays. */
    private static String withoutLayers(String sheet) {
        var left = new StringBuilder(LAYERS.matcher(sheet).replaceAll(""));
        for (var layer = LAYER.matcher(left); layer.find(); layer = LAYER.matcher(left)) {
            int open = 1;
            int end = layer.end();
            while (open > 0) {
                open += left.charAt(end) == '{' ? 1 : left.charAt(end) == '}' ? -1 : 0;
                end++;
            }
            left.deleteCharAt(end - 1).delete(layer.start(), layer.end());
        }
        return left.toString();
    }
}
