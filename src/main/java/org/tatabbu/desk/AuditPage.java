// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.audit.Entry;
import org.tatabbu.audit.Trace;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Rule;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/** What changed in a committee, as one side reads of it. */
record AuditPage(Language language, Membership place, Trace trace, Form form, List<Row> rows) {

    /** What was changed, by its title and where it is read; both empty where this reader has no way to it. */
    record Thing(String title, String path) {
        static final Thing UNSEEN = new Thing("", "");
    }

    /**
     * One change.
     *
     * @param who by seat, else by account
     * @param party for whom, where it was for one
     * @param thing what was changed, where it is known by more than what was noted
     */
    record Row(
            Entry entry,
            String who,
            @Nullable Party party,
            @Nullable Thing thing) {
        String path() {
            return thing == null ? "" : thing.path();
        }
    }

    DeskWords words() {
        return DeskWords.in(language);
    }

    Committee committee() {
        return place.committee();
    }

    String committeePath() {
        return "/work/committees/" + committee().slug();
    }

    String path() {
        return committeePath() + "/audit";
    }

    String shown() {
        return words().traceShown(trace.first(), trace.last(), trace.total());
    }

    List<Choice> kinds() {
        var every = Stream.of(new Choice("", words().traceEvery()));
        var kinds = trace.kinds().stream().map(kind -> new Choice(kind, words().traceKind(kind)));
        return Stream.concat(every, kinds).toList();
    }

    String when(Row row) {
        return Dates.moment(row.entry().at(), committee().zone(), language);
    }

    String what(Row row) {
        return words().traceWhat(row.entry().what().replace('.', '_'));
    }

    /** What was changed: a role by its name, and everything else as it was noted. */
    String about(Row row) {
        var thing = row.thing();
        if (thing != null) {
            return thing.title();
        }
        var about = row.entry().about();
        var rule = rule(row);
        if (rule.isPresent()) {
            return rule.get().label(language);
        }
        return row.entry().what().matches("(seat|invitation)\\..*") ? said(words().role(about), about) : about;
    }

    /** What stood before a change, and what stands after it. */
    List<String> before(Row row) {
        return values(row, row.entry().before());
    }

    List<String> after(Row row) {
        return values(row, row.entry().after());
    }

    private List<String> values(Row row, String value) {
        return rule(row)
                .filter(rule -> rule.allows(value))
                .map(rule -> List.of(rule.label(value, language)))
                .orElseGet(() -> lines(value));
    }

    private static Optional<Rule> rule(Row row) {
        return row.entry().what().equals("rule.set")
                ? Arrays.stream(Rule.values())
                        .filter(rule -> rule.name().equals(row.entry().about()))
                        .findFirst()
                : Optional.empty();
    }

    /** What stood or stands, line by line; a word that only programs use is said as people say it. */
    List<String> lines(String value) {
        return value.lines().map(this::line).toList();
    }

    boolean told(Row row) {
        return !row.entry().before().isEmpty() || !row.entry().after().isEmpty();
    }

    private String line(String line) {
        return line.matches("[A-Z]+(_[A-Z]+)*") ? said(words().traceValue(line), line) : line;
    }

    private static String said(String message, String otherwise) {
        return message.isEmpty() ? otherwise : message;
    }

    String to(int page) {
        return path() + query() + (query().isEmpty() ? "?" : "&") + "page=" + page;
    }

    String table() {
        return path() + ".csv" + query();
    }

    /** All that the reader's party has here for itself, to take away. */
    String dossier() {
        return committeePath() + "/dossier.zip";
    }

    private String query() {
        var fields = Stream.of("kind", "from", "until")
                .filter(field -> !form.value(field).isEmpty())
                .map(field -> field + "=" + URLEncoder.encode(form.value(field), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return fields.isEmpty() ? "" : "?" + fields;
    }

    String moment(Row row) {
        return row.entry().at().toString().toUpperCase(Locale.ROOT);
    }
}
