// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.LocalText;
import org.tatabbu.search.Document;
import org.tatabbu.search.Kind;

/** A committee as published. */
public record PublicCommittee(
        String slug,
        LocalText name,
        LocalText purpose,
        LocalText mandateAuthority,
        LocalText mandate,
        @Nullable LocalDate mandateOn,
        boolean fictional,
        List<Side> parties,
        List<PublicArea> areas,
        List<Owed> commitments) {

    /** How many commitments are done, how many are not due yet, and how many are late. */
    public record Tally(int done, int inTime, int late) {
        public int all() {
            return done + inTime + late;
        }
    }

    public Tally tally(LocalDate day) {
        return tally(day, commitments);
    }

    /** Of what one side owes. */
    public Tally tally(LocalDate day, Side of) {
        return tally(
                day,
                commitments.stream().filter(one -> one.side().equals(of.side())).toList());
    }

    private static Tally tally(LocalDate day, List<Owed> some) {
        int done = (int) some.stream().filter(Owed::done).count();
        int late = (int) some.stream().filter(one -> one.overdueOn(day)).count();
        return new Tally(done, some.size() - done - late, late);
    }

    /** As it is found. */
    Document entry(LocalDate day) {
        var said = Stream.of(
                        Stream.of(purpose, mandate, mandateAuthority),
                        areas.stream().map(PublicArea::name),
                        parties.stream().map(Side::name))
                .flatMap(texts -> texts)
                .toList();
        return new Document(
                Kind.COMMITTEE,
                slug,
                null,
                slug,
                name,
                name,
                LocalText.each(language -> said.stream()
                        .map(text -> text.in(language))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n"))),
                areas.stream().map(PublicArea::name).toList(),
                mandateOn == null ? day : mandateOn,
                "/committees/" + slug);
    }

    /** Each commitment as it is found. */
    List<Document> entries() {
        return commitments.stream()
                .map(owed -> new Document(
                        Kind.COMMITMENT,
                        id(owed),
                        null,
                        slug,
                        name,
                        owed.text(),
                        LocalText.each(language -> Stream.of(
                                        owed.number(),
                                        owed.owner().in(language),
                                        owed.body().in(language))
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(" – "))),
                        List.of(),
                        owed.due(),
                        "/committees/" + slug + "#" + owed.number()))
                .toList();
    }

    String id(Owed owed) {
        return slug + "/" + owed.number();
    }

    /** A party, with the office or name of its head. */
    public record Side(LocalText name, String side, List<Head> heads) {}

    /** The head of a delegation, rank before name. */
    public record Head(LocalText title, LocalText office) {}

    /** A commitment under a clause that was cleared for the public. */
    public record Owed(
            String number,
            LocalText text,
            LocalText owner,
            String side,
            LocalText body,
            LocalDate due,
            List<Reported> reports,
            boolean disputed,
            boolean done) {
        public boolean overdueOn(LocalDate day) {
            return !done && day.isAfter(due);
        }
    }

    /** The latest status that one party reports. */
    public record Reported(LocalText party, String side, LocalText status) {}
}
