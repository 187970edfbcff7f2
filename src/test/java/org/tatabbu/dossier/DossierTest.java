// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.brief.Briefs;
import org.tatabbu.brief.Note;
import org.tatabbu.brief.NoteDraft;
import org.tatabbu.brief.Topic;
import org.tatabbu.committee.Role;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

@OnStage
class DossierTest {
    private static final byte[] CONTENT = "%PDF-1.4 our own words".getBytes(StandardCharsets.UTF_8);

    @LocalServerPort
    private int port;

    @Autowired
    private Briefs briefs;

    @Autowired
    private Stage stage;

    private static Map<String, String> files(byte[] archive) throws Exception {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static void bring(Visitor who, String papers, String title, String distribution) throws Exception {
        var fields = Map.of(
                "title_en", title, "kind", "WORKING_DOCUMENT", "distribution", distribution, "topic", "committee");
        var answer = who.upload(papers, papers, fields, "../../" + title + ".pdf", CONTENT);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    @Test
    void aPartyTakesAwayWhatIsItsOwnAndNothingOfTheOthers() throws Exception {
        var parties = stage.found();
        var work = "/en/work/committees/" + parties.committee().slug();
        var east = stage.browser(port, parties, parties.east(), Role.SECRETARY);
        var west = stage.browser(port, parties, parties.west(), Role.SECRETARY);
        var draft = new NoteDraft(Note.Kind.POSITION, "Eastern note", "eastern words");
        briefs.write(Topic.COMMITTEE, "All", draft, parties.east().secretary(), NOON);
        bring(east, work + "/papers", "Eastern paper", "PARTY");
        bring(west, work + "/papers", "Western own", "PARTY");
        bring(west, work + "/papers", "Western joint", "JOINT");

        var answer = east.download(work + "/dossier.zip");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;");
        var files = files(answer.body());
        assertThat(files.keySet())
                .startsWith("notes.jsonl", "changes.jsonl", "papers.jsonl")
                .hasSize(4);
        assertThat(files.get("notes.jsonl"))
                .contains("Eastern note", "eastern words")
                .hasLineCount(1);
        assertThat(files.get("papers.jsonl"))
                .contains("Eastern paper")
                .doesNotContain("Western")
                .hasLineCount(1);
        assertThat(files.get("changes.jsonl")).isNotBlank().doesNotContain("Western own");
        var paper = files.keySet().stream().toList().getLast();
        assertThat(paper).matches("papers/[0-9a-f-]{36}/1");
        assertThat(files.get("papers.jsonl")).contains(paper);
        assertThat(files.get(paper)).isEqualTo(new String(CONTENT, StandardCharsets.UTF_8));

        var other = files(west.download(work + "/dossier.zip").body());
        assertThat(other.toString())
                .doesNotContain("Eastern note", "eastern words", "Eastern paper", "our own words of");
        assertThat(other).hasSize(5);
    }

    @Test
    void whoHasNoSeatFindsNothingThere() throws Exception {
        var parties = stage.found();
        var others = stage.found();
        var stranger = stage.browser(port, others, others.east(), Role.SECRETARY);
        var there = stranger.get("/en/work/committees/" + parties.committee().slug() + "/dossier.zip");
        var nowhere = stranger.get("/en/work/committees/nobody/dossier.zip");
        assertThat(there.statusCode()).isEqualTo(404);
        assertThat(nowhere.statusCode()).isEqualTo(404);
    }
}
