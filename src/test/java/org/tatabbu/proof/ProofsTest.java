// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.Adoption;
import org.tatabbu.adoption.Sealing;
import org.tatabbu.committee.Role;
import org.tatabbu.language.Language;
import org.tatabbu.mandate.Mandates;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.publication.Publications;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Signers;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Stage.Parties;

/** What the program itself hands out, verified by the program that does not trust it. */
@OnStage
@Import(Seals.class)
class ProofsTest {
    @Autowired
    private Stage stage;

    @Autowired
    private Signers signers;

    @Autowired
    private Proofs proofs;

    @Autowired
    private Mandates mandates;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Publications publications;

    @Autowired
    private Seals seals;

    @LocalServerPort
    private int port;

    private Act adopted(Parties parties, int meeting) throws InterruptedException {
        var text = stage.written(
                parties,
                meeting,
                Stage.noted("the progress"),
                Stage.owed(parties.west().party(), "a report\non two lines"));
        var presentation = stage.presented(parties, text);
        signers.adopt(presentation.id(), parties.east().head(), Stage.NOON);
        if (signers.adopt(presentation.id(), parties.west().alternate(), Stage.NOON)
                instanceof Adoption.Complete done) {
            seals.until(() -> proofs.bundle(done.act()).isPresent());
            return done.act();
        }
        throw new AssertionError("Not adopted");
    }

    private byte[] bundle(Act act) {
        return proofs.bundle(act).orElseThrow();
    }

    @Test
    void eachActHasABundleThatVerifies() throws Exception {
        var parties = stage.found();
        var first = adopted(parties, 1);
        var second = adopted(parties, 2);

        assertThat(Verifier.ask(bundle(first)).fault()).isEmpty();
        assertThat(Verifier.ask(bundle(second)).fault()).isEmpty();
        assertThat(Verifier.ask(bundle(second)).steps())
                .extracting(List::getFirst)
                .containsExactly(
                        "archive",
                        "act-conclusions",
                        "digest",
                        "texts",
                        "log",
                        "no-quorum",
                        "party-key",
                        "adopted-head",
                        "party-key",
                        "adopted-alternate");
        assertThat(Verifier.ask(bundle(second)).steps().get(1))
                .startsWith("act-conclusions", second.number() + "/" + second.year(), "Joint committee");
    }

    @Test
    void aBundleIsMadeOnceHoweverTheLogGoesOn() throws Exception {
        var parties = stage.found();
        var act = adopted(parties, 1);
        var before = bundle(act);
        adopted(parties, 2);

        assertThat(bundle(act)).isEqualTo(before);
    }

    @Test
    void theFingerprintsAreThoseOfTheAuthorityKeys() throws Exception {
        var parties = stage.found();
        var act = adopted(parties, 1);
        var known = new LinkedHashMap<String, String>();
        mandates.authorities(parties.id())
                .forEach(key -> known.put(
                        key.party().id().toString(), key.fingerprint().code().replace(" ", "")));

        assertThat(known).hasSize(2);
        assertThat(Verifier.ask(bundle(act), new Verifier.Known(known, new byte[0], new byte[0]))
                        .steps())
                .extracting(List::getFirst)
                .contains("party-told")
                .doesNotContain("party-key");
    }

    @Test
    void noByteOfARealBundleCanBeChanged() throws Exception {
        var bundle = bundle(adopted(stage.found(), 1));

        assertThat(IntStream.range(0, bundle.length).filter(at -> at % 5 == 0))
                .allMatch(
                        at -> !Verifier.ask(MutationsTest.mutations(bundle, at).get(at % 3))
                                .holds())
                .hasSizeGreaterThan(1_000);
    }

    @Test
    void aSeatTakesTheBundleAwayAndAStrangerDoesNot() throws Exception {
        var parties = stage.found();
        var act = adopted(parties, 1);
        var path = "/work/committees/" + parties.committee().slug() + "/acts/" + act.year() + "/" + act.number()
                + "/bundle.zip";
        var reader = stage.browser(port, parties, parties.west(), Role.OBSERVER);
        var got = reader.download("/fr" + path);

        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.body()).isEqualTo(bundle(act));
        assertThat(got.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(reader.download("/fr" + path.replace("/acts/", "/acts/conclusions/"))
                        .body())
                .isEqualTo(bundle(act));
        assertThat(reader.download("/fr" + path.replace("/acts/", "/acts/decisions/"))
                        .statusCode())
                .isEqualTo(404);

        var others = stage.found();
        assertThat(stage.browser(port, others, others.east(), Role.HEAD)
                        .download("/fr" + path)
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger("/fr" + path).statusCode()).isNotEqualTo(200);
    }

    @Test
    void anybodyTakesTheBundleOfAPublicActAway() throws Exception {
        var parties = stage.found();
        var act = adopted(parties, 1);
        var path = "/ar/committees/" + parties.committee().slug() + "/acts/" + act.year() + "/" + act.number()
                + "/bundle.zip";
        assertThat(stranger(path).statusCode()).isEqualTo(404);

        publications.open(meetings.get(Objects.requireNonNull(act.meeting())), Stage.NOON);
        var got = stranger(path);
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.body()).isEqualTo(bundle(act));
        assertThat(got.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void thePageOfTheMeetingSaysThatTheSealCameAndLeadsToItsProof() throws Exception {
        var parties = stage.found();
        var text = stage.written(parties, 1, Stage.noted("the progress"));
        var presentation = stage.presented(parties, text);
        publications.open(meetings.get(Objects.requireNonNull(presentation.meeting())), Stage.NOON);
        var path = "/en/committees/" + parties.committee().slug() + "/meetings/1";
        assertThat(seal(path)).isEmpty();

        signers.adopt(presentation.id(), parties.east().head(), Stage.NOON);
        var act = ((Adoption.Complete)
                        signers.adopt(presentation.id(), parties.west().head(), Stage.NOON))
                .act();
        assertThat(seal(path)).contains(act.title(Language.EN));

        seals.until(() -> proofs.bundle(act).isPresent());
        assertThat(seal(path)).contains("Sealed: entry ").doesNotContain("not yet sealed");
        var proof = page(path).select("#seal a[href$=/bundle.zip]");
        assertThat(stranger(proof.attr("href")).body()).isEqualTo(bundle(act));
    }

    private String seal(String path) throws Exception {
        return page(path).select("#seal").text();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(new String(stranger(path).body(), UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void whatWaitsForWitnessesDoesNotLookSealed(Language language) {
        var waits = new PublicProof(new Sealing(Sealing.State.WAITING, 3, List.of(), Instant.EPOCH), "");
        var sealed = new PublicProof(new Sealing(Sealing.State.SEALED, 3, List.of("east", "west"), Stage.NOON), "");

        assertThat(waits.waits()).isTrue();
        assertThat(sealed.waits()).isFalse();
        assertThat(sealed.said(language, ZoneOffset.UTC)).contains("east", "west");
        assertThat(waits.said(language, ZoneOffset.UTC)).isNotEqualTo(sealed.said(language, ZoneOffset.UTC));
    }

    @Test
    void readMeTellsTheCommandInEachLanguage() throws Exception {
        var bundle = new String(bundle(adopted(stage.found(), 1)), UTF_8);

        assertThat(bundle)
                .contains("كيف تتحقق من هذه الحزمة", "COMMENT VÉRIFIER CE DOSSIER", "HOW TO VERIFY THIS BUNDLE")
                .contains("       java Verify.java bundle.zip --authority \"PARTY=CODE\"");
    }

    private HttpResponse<byte[]> stranger(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }
}
