// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.dossier;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Wanted;
import org.tatabbu.brief.Briefs;
import org.tatabbu.committee.Membership;
import org.tatabbu.documents.Documents;
import org.tatabbu.documents.Paper;
import org.tatabbu.documents.PaperId;
import org.tatabbu.documents.Place;
import org.tatabbu.documents.Revision;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.page.NotHere;
import org.tatabbu.parcel.Parcel;

/** Gives a party what it brought and wrote, through the doors that show it to that party and to nobody else. */
@Controller
class DossierPages {
    private static final int PAPERS_AT_ONCE = 50;

    private final Briefs briefs;
    private final Documents documents;
    private final Audit audit;
    private final Clock clock;

    DossierPages(Briefs briefs, Documents documents, Audit audit, Clock clock) {
        this.briefs = briefs;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/work/committees/{committee}/dossier.zip")
    void dossier(Membership place, SignedIn me, HttpServletResponse response) throws IOException {
        var name = "attachment; filename=\"dossier-" + place.committee().slug() + ".zip\"";
        try (var parcel = Parcel.of(out -> pack(place, me, out))) {
            parcel.to(response, "application/zip", name);
        }
    }

    private void pack(Membership place, SignedIn me, OutputStream out) throws IOException {
        var dossier = new Dossier(out);
        dossier.begin("notes.jsonl");
        if (!briefs.takeAll(place.seat(), clock.instant(), dossier::note)) {
            throw new NotHere();
        }
        dossier.end();
        var committee = place.committee().id().id();
        var party = place.party().id().id();
        dossier.begin("changes.jsonl");
        audit.each(committee, party, Wanted.ALL, dossier::change);
        dossier.end();
        var reader = new Place(committee, party, me.account().id().id());
        dossier.begin("papers.jsonl");
        eachPaper(reader, dossier::paper);
        dossier.end();
        eachPaper(reader, paper -> paper.revisions().forEach(revision -> content(dossier, paper, revision, reader)));
        dossier.close();
    }

    private void eachPaper(Place reader, Consumer<Paper> to) {
        @Nullable PaperId after = null;
        while (true) {
            var some = documents.of(reader, "", after, PAPERS_AT_ONCE);
            some.stream().filter(paper -> paper.party().equals(reader.party())).forEach(to);
            if (some.size() < PAPERS_AT_ONCE) {
                return;
            }
            after = some.getLast().id();
        }
    }

    // One that lacked a paper would look whole: where a content cannot be had now, there is no file now.
    private void content(Dossier dossier, Paper paper, Revision revision, Place reader) {
        dossier.begin(Dossier.file(paper, revision));
        try (InputStream content = documents
                .read(paper, revision, 0, revision.size() - 1, reader)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE))) {
            content.transferTo(dossier.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dossier.end();
    }
}
