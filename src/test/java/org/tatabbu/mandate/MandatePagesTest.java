// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.committee.Role;
import org.tatabbu.language.Language;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.FileKey;
import org.tatabbu.statement.Fingerprint;
import org.tatabbu.statement.OwnKey;
import org.tatabbu.statement.Statement;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.SigningKeys;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Stage.Parties;
import org.tatabbu.testing.Visitor;

@OnStage
class MandatePagesTest {
    private static final MandateWords EN = MandateWords.in(Language.EN);

    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    SigningKeys keys;

    @Autowired
    Mandates mandates;

    private final OwnKey head = OwnKey.make();
    private Parties parties;
    private Visitor secretary;
    private String here;

    @BeforeEach
    void aSecretaryAtTheirBrowser() throws Exception {
        parties = stage.found();
        secretary = stage.browser(port, parties, parties.east(), Role.SECRETARY);
        here = "/en/work/committees/" + parties.committee().slug() + "/mandates";
    }

    private HttpResponse<String> bring(Visitor who, Envelope signed) throws Exception {
        return bring(who, signed.bytes());
    }

    private HttpResponse<String> bring(Visitor who, byte[] file) throws Exception {
        return who.upload(here, here + "/signed", Map.of(), "signed.json", file);
    }

    private Map<String, String> wanted() {
        var fields = new HashMap<String, String>();
        fields.put("seat", parties.east().head().id().id().toString());
        fields.put("name_arabic", "ليلى");
        fields.put("name_latin", "Layla");
        fields.put("key", pem(head.key()));
        return fields;
    }

    private static String pem(FileKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + key.spki().base64() + "\n-----END PUBLIC KEY-----\n";
    }

    private HttpResponse<String> prepare(Map<String, String> fields) throws Exception {
        return secretary.send(secretary.form(here, "/prepared"), fields);
    }

    @Test
    void aSecretaryWalksFromTheKeyToTheMandateAndItsEnd() throws Exception {
        var request = new String(secretary.download(here + "/party-request.json").body(), UTF_8);
        assertThat(request).contains(parties.east().party().id().id().toString());
        var authority = OwnKey.make();
        var statement = SigningKeys.statement(parties.east(), authority, Instant.now());
        assertThat(bring(secretary, authority.sign(statement)).statusCode()).isEqualTo(303);
        assertThat(secretary.page(here).text())
                .contains(Fingerprint.of(authority.key()).code())
                .contains(String.join(" ", Fingerprint.of(authority.key()).words(Language.EN)))
                .contains(EN.compareOurs());

        assertThat(prepare(wanted()).statusCode()).isEqualTo(303);
        assertThat(bring(secretary, authority.sign(downloaded())).statusCode()).isEqualTo(303);
        var page = secretary.page(here);
        assertThat(page.text()).contains("Layla", EN.state("IN_FORCE"), Fingerprint.of(head.key()).code());

        var end = Objects.requireNonNull(page.selectFirst("form[action$=/end]"));
        assertThat(secretary.send(end, Map.of()).statusCode()).isEqualTo(303);
        assertThat(bring(secretary, authority.sign(downloaded())).statusCode()).isEqualTo(303);
        assertThat(secretary.page(here).select(".chip").eachText()).containsExactly(EN.state("ENDED"));
        assertThat(mandates.inForce(parties.east().head(), Instant.now())).isEmpty();
    }

    private Statement downloaded() throws Exception {
        var link = Objects.requireNonNull(secretary.page(here).selectFirst("a[href*=/prepared/]"));
        var answer = secretary.download(link.attr("href"));
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        return Statement.read(answer.body());
    }

    @Test
    void theOtherSideSeesTheKeyWithTheSentenceThatTellsWhatToCompareItWith() throws Exception {
        keys.authority(parties.east(), Stage.NOON);
        var other = stage.browser(port, parties, parties.west(), Role.MEMBER);

        var page = other.page(here);
        assertThat(page.text())
                .contains(Fingerprint.of(keys.authority(parties.east()).key()).code())
                .contains(EN.compareTheirs());
        assertThat(page.select("form[action*=/mandates/]")).isEmpty();
    }

    @Test
    void rubbishIsRefusedBesideItsField() throws Exception {
        for (var rubbish : new byte[][] {new byte[0], "{}".getBytes(UTF_8), new byte[100_000]}) {
            var answer = bring(secretary, rubbish);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Visitor.read(answer).select("#file-error").text()).isEqualTo(EN.refused("UNREADABLE"));
        }
        var none = secretary.post(here + "/signed", Map.of("_csrf", secretary.token(here)));
        assertThat(none.statusCode()).isEqualTo(422);
    }

    @Test
    void aFormThatFailsKeepsWhatWasWritten() throws Exception {
        keys.authority(parties.east(), Stage.NOON);
        var fields = wanted();
        fields.putAll(Map.of("key", "ssh-rsa AAAA", "until", "1999-01-01", "name_latin", ""));

        var answer = prepare(fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Visitor.read(answer);
        assertThat(page.select("#key-error").text()).isEqualTo(EN.keyWrong());
        assertThat(page.select("#name_latin-error").text()).isEqualTo(EN.nameMissing(Statement.LONGEST_NAME));
        assertThat(page.select("#until-error")).isNotEmpty();
        assertThat(page.select("#name_arabic").val()).isEqualTo("ليلى");
        assertThat(page.select("#key").text()).isEqualTo("ssh-rsa AAAA");
    }

    @Test
    void aKeyOfTheOtherSideIsRefusedBesideItsField() throws Exception {
        keys.authority(parties.east(), Stage.NOON);
        keys.authority(parties.west(), Stage.NOON);
        var fields = wanted();
        fields.put("key", keys.authority(parties.west()).key().spki().base64());

        assertThat(Visitor.read(prepare(fields)).select("#key-error").text()).isEqualTo(EN.refused("KEY_TAKEN"));
    }

    @Test
    void theOtherSidesSecretaryFindsNothingOfYoursToActOn() throws Exception {
        keys.authority(parties.east(), Stage.NOON);
        var mandate = keys.mandate(parties.east(), parties.east().head(), Instant.now());
        assertThat(prepare(wanted()).statusCode()).isEqualTo(303);
        var draft = Objects.requireNonNull(secretary.page(here).selectFirst("a[href*=/prepared/]"))
                .attr("href");
        var other = stage.browser(port, parties, parties.west(), Role.SECRETARY);
        var token = Map.of("_csrf", other.token(here));

        assertThat(other.get(draft).statusCode()).isEqualTo(404);
        assertThat(other.post(draft.replace(".json", "/withdrawal"), token).statusCode())
                .isEqualTo(404);
        assertThat(other.post(here + "/" + mandate.id() + "/end", token).statusCode())
                .isEqualTo(404);
        assertThat(other.post(here + "/" + UUID.randomUUID() + "/end", token).statusCode())
                .isEqualTo(404);
        assertThat(other.page(here).select("a[href*=/prepared/]")).isEmpty();
        var seat = new HashMap<>(wanted());
        seat.putAll(token);
        assertThat(other.post(here + "/prepared", seat).statusCode()).isEqualTo(422);
    }

    @Test
    void whoIsNoSecretaryReadsAndDoesNotAct() throws Exception {
        var member = stage.browser(port, parties, parties.east(), Role.HEAD);

        assertThat(member.page(here).text()).contains(EN.onlySecretaries());
        assertThat(member.get(here + "/party-request.json").statusCode()).isEqualTo(404);
        var token = secretary.token(here);
        assertThat(member.upload(here, here + "/signed", Map.of("_csrf", token), "a", new byte[0])
                        .statusCode())
                .isIn(403, 404);
    }

    @Test
    void theOtherSideConfirmsANewKeyOnItsPageWhereTheOldOneIsLost() throws Exception {
        keys.authority(parties.east(), Stage.NOON);
        var next = OwnKey.make();
        assertThat(bring(secretary, next.sign(SigningKeys.statement(parties.east(), next, Stage.NOON)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(secretary.page(here).text()).contains(EN.waitingOurs());
        var other = stage.browser(port, parties, parties.west(), Role.SECRETARY);

        var confirm = other.form(here, "/confirmation");
        assertThat(other.page(here).text()).contains(EN.waitingTheirs());
        assertThat(other.send(confirm, Map.of()).statusCode()).isEqualTo(303);
        assertThat(other.send(confirm, Map.of()).statusCode()).isEqualTo(409);
        assertThat(mandates.authorities(parties.id()))
                .filteredOn(AuthorityKey::inForce)
                .extracting(AuthorityKey::key)
                .containsExactly(next.key());
    }
}
