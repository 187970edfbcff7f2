// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.Adopted;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.documents.Documents;
import org.tatabbu.documents.Paper;
import org.tatabbu.followup.Commitment;
import org.tatabbu.followup.Commitments;
import org.tatabbu.followup.CommitmentsChanged;
import org.tatabbu.language.LocalText;
import org.tatabbu.original.AdoptedClause;
import org.tatabbu.original.AgreedRecord;
import org.tatabbu.search.Document;
import org.tatabbu.search.Kind;
import org.tatabbu.search.Search;
import org.tatabbu.search.Source;

/** Keeps found what every seat of a committee reads: no draft, and nothing that one party has for itself. */
@Component
class Catalogue implements Source {
    private final Search search;
    private final Committees committees;
    private final Documents documents;
    private final Adoptions adoptions;
    private final Commitments commitments;

    Catalogue(Search search, Committees committees, Documents documents, Adoptions adoptions, Commitments commitments) {
        this.search = search;
        this.committees = committees;
        this.documents = documents;
        this.adoptions = adoptions;
        this.commitments = commitments;
    }

    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public void tell(Search index) {
        for (var committee : committees.all()) {
            documents.joint(committee.id().id()).forEach(paper -> put(paper, committee));
            adoptions.register(committee.id()).forEach(act -> put(act, committee));
            put(committee);
        }
    }

    @EventListener
    void hear(Paper.Changed changed) {
        var paper = changed.paper();
        if (paper.withdrawn() == null) {
            committees.find(new CommitteeId(paper.committee())).ifPresent(committee -> put(paper, committee));
        } else {
            search.remove(Kind.PAPER, paper.id().id().toString());
        }
    }

    @EventListener
    void hear(Adopted adopted) {
        put(adopted.act(), committees.get(adopted.act().committee()));
    }

    @EventListener
    void hear(CommitmentsChanged changed) {
        put(committees.get(changed.committee()));
    }

    private void put(Paper paper, Committee committee) {
        var symbol = paper.symbol();
        var cited = symbol == null ? "" : symbol.text();
        search.put(joint(
                Kind.PAPER,
                paper.id().id().toString(),
                committee,
                paper.title(),
                // A language without a title gets no text either, and so no row.
                LocalText.each(language -> paper.title().in(language).isEmpty() ? "" : cited),
                paper.revisions().getFirst().at(),
                "/papers/" + paper.id().id()));
    }

    private void put(Act act, Committee committee) {
        var record = adoptions.record(act.presentation());
        var title = act.meeting() == null ? AgreedRecord.title(record) : LocalText.NONE;
        search.put(joint(
                Kind.ACT,
                act.id().id().toString(),
                committee,
                LocalText.each(act::title),
                joined(Stream.concat(
                        Stream.of(title), AgreedRecord.clauses(record).stream().map(AdoptedClause::text))),
                act.adoptedAt(),
                act.path()));
    }

    private void put(Committee committee) {
        commitments.of(committee.id()).forEach(commitment -> put(commitment, committee));
    }

    private void put(Commitment commitment, Committee committee) {
        var owner = committee.party(commitment.owner());
        var number = LocalText.each(language -> commitment.number());
        search.put(new Document(
                Kind.COMMITMENT,
                committee.slug() + "/" + commitment.number(),
                committee.id().id(),
                committee.slug(),
                committee.name(),
                commitment.text(),
                joined(Stream.of(number, owner.shortName(), commitment.body())),
                List.of(),
                commitment.due(),
                path(committee, "/commitments/" + commitment.number())));
    }

    private static Document joint(
            Kind kind, String id, Committee committee, LocalText title, LocalText body, Instant at, String path) {
        return new Document(
                kind,
                id,
                committee.id().id(),
                committee.slug(),
                committee.name(),
                title,
                body,
                List.of(),
                committee.dayOf(at),
                path(committee, path));
    }

    private static String path(Committee committee, String path) {
        return "/work/committees/" + committee.slug() + path;
    }

    private static LocalText joined(Stream<LocalText> texts) {
        var all = texts.toList();
        return LocalText.each(language -> all.stream()
                .map(text -> text.in(language))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n")));
    }
}
