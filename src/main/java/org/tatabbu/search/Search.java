// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;

/** Finds documents, and keeps the index that they are found by. */
@Component
public class Search {
    /** How many rows of one question are ranked; beyond them an answer says that there are more. */
    static final int MOST = 1_000;

    static final int A_PAGE = 10;

    private static final int MOST_NEAR = 40;
    private static final int RELATED_WORDS = 12;
    private static final int RELATED_MOST = 100;
    private static final double SAME_COMMITTEE = 1.2;
    private static final double SAME_AREA = 1.1;

    private final SearchStore store;
    private final Index index;

    Search(SearchStore store, Index index) {
        this.store = store;
        this.index = index;
    }

    /** Makes a document found as it now is, in the place of what it was; with the transaction that changed it. */
    public void put(Document document) {
        index.put(document);
    }

    /** Takes a document from what everybody finds; what seats find of it stays. */
    public void unpublish(Kind kind, String id) {
        index.remove(kind, id, false);
    }

    /** Takes a document out altogether. */
    public void remove(Kind kind, String id) {
        index.remove(kind, id, false);
        index.remove(kind, id, true);
    }

    /**
     * The page of a search.
     *
     * @param sent the fields of its form
     * @param own the committees of the reader's seats
     * @param path its address, after the language
     */
    @Transactional(readOnly = true)
    public SearchPage page(Language language, Map<String, String> sent, Reader reader, List<Choice> own, String path) {
        var asked = Asked.of(sent);
        var answer = asked.empty() ? Answer.NONE : find(asked, reader, language);
        return new SearchPage(language, path, asked, Question.of(asked), answer, choices(language, own));
    }

    private SearchPage.Choices choices(Language language, List<Choice> own) {
        var open = store.choices(language);
        var committees = new LinkedHashMap<String, Choice>();
        Stream.concat(own.stream(), open.stream().map(one -> new Choice(one.slug(), one.name())))
                .forEach(choice -> committees.putIfAbsent(choice.value(), choice));
        var areas = new LinkedHashMap<String, Choice>();
        open.stream()
                .flatMap(one -> one.areas().stream())
                .forEach(area ->
                        areas.putIfAbsent(Lexemes.areaKey(area), new Choice(Lexemes.areaKey(area), area.in(language))));
        return new SearchPage.Choices(
                List.copyOf(committees.values()),
                List.copyOf(areas.values()),
                store.span().orElse(null));
    }

    Answer find(Asked asked, Reader reader, Language language) {
        var question = Question.of(asked);
        if (question.empty()) {
            return Answer.NONE;
        }
        store.byIndexAlone();
        var all = new ArrayList<>(store.all(question, MOST));
        if (!reader.circles().isEmpty()) {
            all.addAll(store.jointAll(question, reader.circles(), MOST));
        }
        boolean more = all.size() >= MOST;
        var wholes = ranked(all, language);
        var hits = new ArrayList<>(wholes);
        if (wholes.size() < A_PAGE && question.words().size() > 1) {
            var some = some(question.each(), reader);
            more = more || some.size() >= MOST;
            var known = wholes.stream().map(Search::key).collect(Collectors.toSet());
            ranked(some, language).stream()
                    .filter(hit -> !known.contains(key(hit)))
                    .forEach(hits::add);
        }
        int from = Math.min((asked.page() - 1) * A_PAGE, hits.size());
        var shown = hits.subList(from, Math.min(from + A_PAGE, hits.size()));
        var meant = wholes.isEmpty() ? meant(asked, question, reader) : "";
        return new Answer(show(shown, Set.copyOf(wholes), question, reader), hits.size(), wholes.size(), more, meant);
    }

    private List<SearchStore.Hit> some(List<String> each, Reader reader) {
        var some = new ArrayList<>(store.any(each, MOST));
        if (!reader.circles().isEmpty()) {
            some.addAll(store.jointAny(each, reader.circles(), MOST));
        }
        return some;
    }

    private record Name(String kind, String of) {}

    private static Name key(SearchStore.Hit hit) {
        return new Name(hit.kind(), hit.of());
    }

    /** One row for each document: what seats read before what everybody reads, the reader's language before others. */
    private static List<SearchStore.Hit> ranked(List<SearchStore.Hit> rows, Language language) {
        var best = Comparator.comparingInt((SearchStore.Hit hit) -> hit.joint() ? 1 : 0)
                .thenComparingInt(hit -> hit.language() == language ? 1 : 0)
                .thenComparingDouble(SearchStore.Hit::score)
                .thenComparingLong(SearchStore.Hit::id);
        return rows.stream()
                .collect(Collectors.toMap(
                        Search::key, Function.identity(), (one, other) -> best.compare(one, other) >= 0 ? one : other))
                .values()
                .stream()
                .sorted(Comparator.comparingDouble(SearchStore.Hit::score)
                        .reversed()
                        .thenComparing(SearchStore.Hit::day, Comparator.reverseOrder())
                        .thenComparing(SearchStore.Hit::of)
                        .thenComparing(SearchStore.Hit::kind))
                .toList();
    }

    private List<Found> show(
            List<SearchStore.Hit> hits, Set<SearchStore.Hit> wholes, Question question, Reader reader) {
        var texts = new LinkedHashMap<Place, SearchStore.Text>();
        store.texts(ids(hits, false)).forEach(text -> texts.put(new Place(text.joint(), text.id()), text));
        if (!reader.circles().isEmpty()) {
            store.jointTexts(ids(hits, true), reader.circles())
                    .forEach(text -> texts.put(new Place(text.joint(), text.id()), text));
        }
        var wanted = question.lexemes();
        return hits.stream()
                .flatMap(hit -> Stream.ofNullable(texts.get(new Place(hit.joint(), hit.id())))
                        .map(text -> new Found(
                                text.kind(),
                                text.language(),
                                text.name(),
                                Excerpt.whole(text.title(), text.language(), wanted),
                                Excerpt.part(text.body(), text.language(), wanted),
                                text.day(),
                                text.path(),
                                text.joint(),
                                wholes.contains(hit))))
                .toList();
    }

    private record Place(boolean joint, long id) {}

    private static List<Long> ids(List<SearchStore.Hit> hits, boolean joint) {
        return hits.stream()
                .filter(hit -> hit.joint() == joint)
                .map(SearchStore.Hit::id)
                .toList();
    }

    /** The question with words that this reader can find in the place of those that find nothing. */
    private String meant(Asked asked, Question question, Reader reader) {
        var words = new StringBuilder(asked.words());
        boolean changed = false;
        for (var word : question.words().reversed()) {
            if (Slips.keeps(word.token()) && !finds(question.one(word), reader)) {
                var known = near(word.token().word(), question, reader);
                if (known.isPresent()) {
                    words.replace(
                            word.token().from(), word.token().to(), known.get().shown());
                    changed = true;
                }
            }
        }
        return changed ? words.toString() : "";
    }

    private Optional<Slips.Known> near(String word, Question question, Reader reader) {
        var known = new LinkedHashSet<>(store.near(word, MOST_NEAR));
        if (!reader.circles().isEmpty()) {
            known.addAll(store.jointNear(word, reader.circles(), MOST_NEAR));
        }
        // What was taken out of the index is no longer suggested, although its words are still known.
        return Slips.near(word, List.copyOf(known))
                .filter(one -> Reading.of(one.word()).stream()
                        .map(token -> new Question.Word(token, token.meant()))
                        .filter(meant -> !meant.lexemes().isEmpty())
                        .anyMatch(meant -> finds(question.one(meant), reader)))
                .findFirst();
    }

    private boolean finds(String query, Reader reader) {
        return store.finds(query) || (!reader.circles().isEmpty() && store.jointFinds(query, reader.circles()));
    }

    /**
     * Other documents of the same kind that everybody may find and that say the same in this language, the nearest first:
     * by their words, a rare one before a common one, then by committee and area.
     *
     * @return their names among those of the kind
     */
    @Transactional(readOnly = true)
    public List<String> related(Kind kind, String id, Language language, int most) {
        var own = store.texts(kind, id).stream()
                .filter(text -> text.language() == language)
                .findFirst();
        if (own.isEmpty()) {
            return List.of();
        }
        store.byIndexAlone();
        var each = telling(own.get()).stream()
                .map(lexemes -> String.join(
                        " & ",
                        Lexemes.any(lexemes),
                        Lexemes.quoted(Lexemes.kind(kind.word())),
                        Lexemes.quoted(Lexemes.language(language.tag()))))
                .toList();
        var nearest = store.any(each, RELATED_MOST).stream()
                .filter(hit -> !hit.of().equals(id))
                .sorted(Comparator.comparingDouble(SearchStore.Hit::score).reversed())
                .limit(RELATED_MOST)
                .collect(Collectors.toMap(SearchStore.Hit::id, SearchStore.Hit::score));
        return store.texts(nearest.keySet()).stream()
                .sorted(Comparator.comparingDouble((SearchStore.Text text) ->
                                nearest.getOrDefault(text.id(), 0.0) * closeness(own.get(), text))
                        .reversed()
                        .thenComparing(SearchStore.Text::day, Comparator.reverseOrder())
                        .thenComparing(SearchStore.Text::of))
                .limit(most)
                .map(SearchStore.Text::of)
                .toList();
    }

    private static double closeness(SearchStore.Text one, SearchStore.Text other) {
        double committee = one.slug().equals(other.slug()) ? SAME_COMMITTEE : 1;
        return Collections.disjoint(one.areas(), other.areas()) ? committee : committee * SAME_AREA;
    }

    /** The words of a document that tell the most of it: those of its title, then those it repeats most. */
    private static List<Set<String>> telling(SearchStore.Text text) {
        var counts = new LinkedHashMap<Set<String>, Integer>();
        Reading.of(text.title()).forEach(token -> counts.merge(token.lexemes(text.language()), 3, Integer::sum));
        Reading.of(text.body()).forEach(token -> counts.merge(token.lexemes(text.language()), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .sorted(Map.Entry.<Set<String>, Integer>comparingByValue().reversed())
                .limit(RELATED_WORDS)
                .map(Map.Entry::getKey)
                .toList();
    }
}
