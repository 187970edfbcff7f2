// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.tatabbu.testing.Rooms;
import org.tatabbu.testing.Template;

/**
 * Templates hold structure; words come from the rooms' messages, and nothing in them may run or be sent unguarded. Seen to
 * fail on words in a text, in a {@code title}, in a choice inside code and in a label given to another template, on
 * {@code $unsafe}, on {@code style=}, {@code onclick=} and a script with content, on an image without {@code alt}, on a form
 * whose token was taken out, and on an excused template that had lost its form.
 */
class TemplatesTest {
    /** Forms that carry no token, and why they need none. */
    private static final Map<String, String> WITHOUT_TOKEN = Map.of(
            "discussion/CommentForm.jte",
            "a public page is the same bytes for every reader, and the comment of a stranger acts in nobody's name",
            "authorship/AskPage.jte",
            "it asks for a letter that goes to whoever is written in it, and no session reaches it",
            "authorship/OwnPage.jte",
            "no session reaches it, and its own address is the secret that a token would be",
            "signing/KeyPage.jte",
            "no session reaches the signing address, and its own address is the secret that a token would be",
            "signing/SignPage.jte",
            "no session reaches the signing address, and its own address is the secret that a token would be");

    private static final Set<String> READ_BY_PEOPLE = Set.of(
            "title", "alt", "placeholder", "label", "aria-label", "aria-description", "aria-placeholder", "hx-confirm");
    private static final Pattern CARRIES_TOKEN =
            Pattern.compile("@template\\.page\\.Csrf\\(|\\.csrfName\\(\\)|\\.token\\(\\)\\.getParameterName\\(\\)");
    private static final Pattern SPOKEN_IN_CODE = Pattern.compile("[?:+]\\s*\"[^\"]*\\p{L}");
    private static final Pattern SPOKEN_TO_TEMPLATE =
            Pattern.compile("\\b(label|hint|title|text|caption|notice|legend)\\s*=\\s*\"[^\"]*\\p{L}");

    @Test
    void aTemplateSaysNothingOfItsOwn() {
        complainOf(
                "Move the words into words/<room>/*.properties and show them with ${words.…()}.",
                template -> Stream.of(
                                texts(template)
                                        .map(TextNode::getWholeText)
                                        .filter(text -> spoken(text)
                                                || template.codesIn(text).stream()
                                                        .anyMatch(code -> code.startsWith("${")
                                                                && SPOKEN_IN_CODE
                                                                        .matcher(code)
                                                                        .find())),
                                attributes(template)
                                        .filter(each -> isRead(each.element(), each.attribute()))
                                        .map(each -> each.attribute().getValue())
                                        .filter(TemplatesTest::spoken),
                                template.codes().stream()
                                        .filter(code -> code.startsWith("@template"))
                                        .filter(code ->
                                                SPOKEN_TO_TEMPLATE.matcher(code).find()))
                        .flatMap(each -> each));
    }

    @Test
    void nothingIsWrittenUnescaped() {
        complainOf(
                "Take out $unsafe and @raw: every text is escaped where it is shown.",
                template -> Stream.of("$unsafe", "@raw").filter(template.source()::contains));
    }

    @Test
    void styleAndScriptStandInAssets() {
        complainOf(
                "The security policy refuses this: move it into static/assets.",
                template -> Stream.concat(
                        attributes(template)
                                .filter(each -> each.attribute().getKey().equals("style")
                                        || each.attribute().getKey().startsWith("on")
                                        || each.attribute().getValue().startsWith("javascript:"))
                                .map(each -> each.attribute().html()),
                        template.html().select("style, script").stream()
                                .filter(element -> element.normalName().equals("style")
                                        || !element.html().isBlank())
                                .map(Element::outerHtml)));
    }

    @Test
    void anImageHasAText() {
        complainOf(
                "Give the image alt=\"${words.…()}\", or alt=\"\" where it only decorates.",
                template -> template.html().select("img:not([alt])").stream()
                        .map(image -> "img" + image.attributes().html()));
    }

    @Test
    void aFormThatChangesSomethingCarriesItsToken() {
        complainOf(
                "Put @template.page.Csrf(frame = frame) into the form, or list the template here with its reason.",
                template -> WITHOUT_TOKEN.containsKey(template.toString()) ? Stream.of() : withoutToken(template));
    }

    @Test
    void aTemplateIsExcusedFromTheTokenOnlyWhileItNeedsIt() {
        assertThat(templates().stream().filter(template -> WITHOUT_TOKEN.containsKey(template.toString())))
                .as("These templates have no form without a token: take them off the list.")
                .allMatch(template -> withoutToken(template).findAny().isPresent());
    }

    private static Stream<String> withoutToken(Template template) {
        return template.html().select("form").stream()
                .filter(form -> form.hasAttr("method") && !form.attr("method").equalsIgnoreCase("get"))
                .filter(form -> !CARRIES_TOKEN.matcher(template.codesIn(form)).find())
                .map(form -> form.cssSelector() + " " + template.codesIn(form.attr("action")));
    }

    /** Everything wrong in any template, with the template's name before it. */
    private static void complainOf(String whatToDo, Function<Template, Stream<String>> wrong) {
        var complaints = new ArrayList<String>();
        int elements = 0;
        for (var template : templates()) {
            elements += template.html().getAllElements().size();
            wrong.apply(template)
                    .forEach(what -> complaints.add(
                            template + ": " + template.shown(what).strip()));
        }
        assertThat(elements).as("No template was read.").isGreaterThan(50);
        assertThat(complaints).as(whatToDo).isEmpty();
    }

    private static List<Template> templates() {
        return Rooms.files(Rooms.SOURCES, ".jte").stream().map(Template::new).toList();
    }

    private static Stream<TextNode> texts(Template template) {
        return template.html().getAllElements().stream().flatMap(element -> element.textNodes().stream());
    }

    private record Placed(Element element, Attribute attribute) {}

    private static Stream<Placed> attributes(Template template) {
        return template.html().getAllElements().stream()
                .flatMap(element ->
                        element.attributes().asList().stream().map(attribute -> new Placed(element, attribute)));
    }

    private static boolean isRead(Element element, Attribute attribute) {
        var name = attribute.getKey();
        boolean button = element.normalName().equals("input")
                && Set.of("submit", "button", "reset").contains(element.attr("type"));
        boolean description = element.attr("name").equals("description");
        return READ_BY_PEOPLE.contains(name)
                || (name.equals("value") && button)
                || (name.equals("content") && description);
    }

    private static boolean spoken(String text) {
        return Template.literal(text).codePoints().anyMatch(Character::isLetter);
    }
}
