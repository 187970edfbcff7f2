// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.signing.Signings;
import org.tatabbu.statement.Fingerprint;
import org.tatabbu.statement.MandateStatement;
import org.tatabbu.statement.Statement;
import org.tatabbu.testing.Authenticator;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.SigningKeys;
import org.tatabbu.testing.SigningVisitor;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Stage.Parties;
import org.tatabbu.testing.Stage.Side;
import org.tatabbu.testing.Visitor;

@OnStage
@TestPropertySource(properties = "tatabbu.signing-url=" + Authenticator.ORIGIN)
class PasskeyMandatesTest {
    private static final MandateWords EN = MandateWords.in(Language.EN);

    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    SigningKeys keys;

    @Autowired
    Signings signings;

    @Autowired
    Accounts accounts;

    @Autowired
    Mandates mandates;

    private final Authenticator device = Authenticator.es256();
    private Parties parties;
    private Visitor secretary;
    private String headsEmail;
    private Seat head;
    private String here;

    @BeforeEach
    void aHeadAndASecretary() throws Exception {
        parties = stage.found();
        keys.authority(parties.east(), Stage.NOON);
        headsEmail = Stage.email();
        head = seated(parties.east(), headsEmail);
        secretary = stage.browser(port, parties, parties.east(), Role.SECRETARY);
        here = "/en/work/committees/" + parties.committee().slug() + "/mandates";
    }

    private Seat seated(Side side, String email) {
        return stage.seated(Stage.seat(parties.committee(), side.party(), Role.HEAD, stage.account(email)));
    }

    private void makesAKey(Seat holder, Authenticator on, String name) {
        var account = accounts.find(Objects.requireNonNull(holder.account())).orElseThrow();
        new SigningVisitor(port).makes(on, name, signings.toMakeKey(account, "/work", Language.EN, Instant.now()));
    }

    private HttpResponse<String> prepare(Seat seat, String passkey, String key) throws Exception {
        var fields = new HashMap<>(Map.of("name_arabic", "ليلى", "name_latin", "Layla"));
        fields.putAll(Map.of("seat", seat.id().id().toString(), "passkey", passkey, "key", key));
        return secretary.send(secretary.form(here, "/prepared"), fields);
    }

    private String offered() throws Exception {
        return Objects.requireNonNull(secretary.page(here).selectFirst("input[name=passkey]:not([value=''])"))
                .val();
    }

    @Test
    void aHeadMakesAPasskeyAndTheirPartyMandatesItOnAMachineOfItsOwn() throws Exception {
        var theirs = new Visitor(port, headsEmail);
        assertThat(theirs.page(here).text()).contains(EN.ownKeyNone());
        assertThat(theirs.page(here).select("a[href*=signing-keys]").attr("href"))
                .endsWith("/mandates");
        assertThat(secretary.page(here).text()).contains(EN.withoutPasskey(head.title(Language.EN)));

        makesAKey(head, device, "office key");
        var print = Fingerprint.of(device.passkey());
        var words = String.join(" ", print.words(Language.EN));
        assertThat(theirs.page(here).text()).contains(EN.ownKeyUnnamed(), "office key", words, print.code());
        assertThat(secretary.page(here).select("label:has(input[name=passkey])").text())
                .contains("office key", words, print.code(), head.title(Language.EN));

        assertThat(prepare(head, offered(), "").statusCode()).isEqualTo(303);
        var link = Objects.requireNonNull(secretary.page(here).selectFirst("a[href*=/prepared/]"));
        var statement = Statement.read(secretary.download(link.attr("href")).body());
        assertThat(((MandateStatement) statement).key()).isEqualTo(device.passkey());
        var signed = keys.authority(parties.east()).sign(statement).bytes();
        assertThat(secretary
                        .upload(here, here + "/signed", Map.of(), "signed.json", signed)
                        .statusCode())
                .isEqualTo(303);

        assertThat(mandates.inForce(head, Instant.now()))
                .singleElement()
                .satisfies(one -> assertThat(one.key()).isEqualTo(device.passkey()));
        assertThat(theirs.page(here).text()).contains(EN.ownKeyNamed()).doesNotContain(EN.ownKeyUnnamed());
        assertThat(secretary.page(here).select(".people dt").eachText()).contains(EN.keyKind("passkey"));
    }

    @Test
    void aKeyIsOnlyForTheSeatOfWhoeverMadeIt() throws Exception {
        makesAKey(head, device, "office key");

        var answer = prepare(parties.east().alternate(), offered(), "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(answer).select("#passkey-error").text()).isEqualTo(EN.passkeyOfAnother());
        assertThat(Visitor.read(answer).select("input[name=passkey][checked]").val())
                .isNotEmpty();
    }

    @Test
    void aKeyOfTheOtherSidesHeadIsNeitherOfferedNorTaken() throws Exception {
        var theirs = seated(parties.west(), Stage.email());
        makesAKey(theirs, device, "western key");
        var id = signings.keys(Objects.requireNonNull(theirs.account()))
                .getFirst()
                .id();

        assertThat(secretary.page(here).text()).doesNotContain("western key");
        assertThat(prepare(head, id.toString(), "").statusCode()).isEqualTo(422);
    }

    @Test
    void aPasskeyAndAFileAreNotBothTaken() throws Exception {
        makesAKey(head, device, "office key");
        var file = keys.authority(parties.east()).key().spki().base64();

        assertThat(Visitor.read(prepare(head, offered(), file))
                        .select("#key-error")
                        .text())
                .isEqualTo(EN.oneKeyOnly());
        assertThat(Visitor.read(prepare(head, "", "")).select("#key-error").text())
                .isEqualTo(EN.keyWrong());
    }
}
