// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/** A search and what it found; a room that shows it puts it in a frame of its own. */
public final class SearchPage {
    private static final int MOST_YEARS = 100;

    private final Language language;
    private final String path;
    private final Asked asked;
    private final Question question;
    private final Answer answer;
    private final Choices choices;

    SearchPage(Language language, String path, Asked asked, Question question, Answer answer, Choices choices) {
        this.language = language;
        this.path = path;
        this.asked = asked;
        this.question = question;
        this.answer = answer;
        this.choices = choices;
    }

    /** By what a search can be limited. */
    record Choices(List<Choice> committees, List<Choice> areas, SearchStore.@Nullable Span span) {}

    public String title() {
        return asked.empty() ? words().title() : words().titleFor(asked.words());
    }

    public String description() {
        return words().lead();
    }

    /** Its address after the language, with all that was asked. */
    public String address() {
        return address(asked);
    }

    /** Whether a page is asked for that comes after the last one. */
    public boolean beyond() {
        return asked.page() > 1 && answer.hits().isEmpty();
    }

    SearchWords words() {
        return SearchWords.in(language);
    }

    Language language() {
        return language;
    }

    String path() {
        return path;
    }

    boolean work() {
        return path.startsWith("/work");
    }

    Asked asked() {
        return asked;
    }

    Answer answer() {
        return answer;
    }

    boolean limited() {
        return asked.limited();
    }

    /** Whether nothing was asked but words that every text has. */
    boolean tooCommon() {
        return !asked.empty() && question.empty();
    }

    boolean cut() {
        return question.cut();
    }

    int mostWords() {
        return Question.MOST_WORDS;
    }

    boolean none() {
        return !asked.empty() && !question.empty() && answer.total() == 0;
    }

    int from() {
        return (asked.page() - 1) * Search.A_PAGE + 1;
    }

    int to() {
        return from() + answer.hits().size() - 1;
    }

    boolean older() {
        return to() < answer.total();
    }

    /** Whether the documents with only some of the words begin with this one. */
    boolean beginsSome(int place) {
        return answer.wholes() > 0 && !answer.hits().get(place).whole() && from() + place == answer.wholes() + 1;
    }

    boolean someOnly() {
        return answer.wholes() == 0 && answer.total() > 0;
    }

    String previous() {
        return address(asked.page(asked.page() - 1));
    }

    String next() {
        return address(asked.page(asked.page() + 1));
    }

    String meant() {
        return address(asked.with(answer.meant()));
    }

    String unlimited() {
        return address(asked.unlimited());
    }

    String everywhere() {
        return "/search" + query(asked.unlimited());
    }

    String day(Found found) {
        return Dates.day(found.day(), language);
    }

    boolean otherLanguage(Found found) {
        return found.language() != language;
    }

    Form form() {
        return Form.of(asked.fields());
    }

    List<Choice> committees() {
        return with(words().anyCommittee(), choices.committees().stream());
    }

    List<Choice> areas() {
        return with(words().anyArea(), choices.areas().stream());
    }

    List<Choice> kinds() {
        return with(
                words().anyKind(),
                Arrays.stream(Kind.values()).map(kind -> new Choice(kind.word(), words().kindName(kind.name()))));
    }

    List<Choice> years() {
        var span = choices.span();
        var years = new ArrayList<Choice>();
        if (span != null) {
            IntStream.rangeClosed(span.first().getYear(), span.last().getYear())
                    .mapToObj(Integer::toString)
                    .forEach(year -> years.addFirst(new Choice(year, year)));
        }
        return with(words().anyYear(), years.stream().limit(MOST_YEARS));
    }

    List<Choice> languages() {
        return with(words().anyLanguage(), Language.ALL.stream().map(one -> new Choice(one.tag(), one.ownName())));
    }

    private static List<Choice> with(String any, Stream<Choice> choices) {
        return Stream.concat(Stream.of(new Choice("", any)), choices).toList();
    }

    private String address(Asked other) {
        return path + query(other);
    }

    private static String query(Asked asked) {
        var fields = asked.fields().entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return fields.isEmpty() ? "" : "?" + fields;
    }
}
