// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.LocalText;
import org.tatabbu.mandate.Bringing.Refused;
import org.tatabbu.mandate.Bringing.Why;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.OwnKey;
import org.tatabbu.statement.PartyStatement;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.SigningKeys;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Stage.Parties;
import org.tatabbu.testing.Stage.Side;

@OnStage
class AuthoritiesTest {
    private static final Instant NOON = Stage.NOON;

    @Autowired
    Stage stage;

    @Autowired
    SigningKeys keys;

    @Autowired
    Mandates mandates;

    private Parties parties;
    private Side east;
    private Seat secretary;

    @BeforeEach
    void twoParties() {
        parties = stage.found();
        east = parties.east();
        secretary = east.secretary();
    }

    private Bringing bring(Envelope signed) {
        return mandates.bring(signed.bytes(), secretary, NOON);
    }

    private static PartyStatement says(Side side, OwnKey key) {
        return SigningKeys.statement(side, key, NOON);
    }

    private List<OwnKey> inForce(OwnKey... of) {
        return List.of(of).stream()
                .filter(key -> mandates.authorities(parties.id()).stream()
                        .anyMatch(one -> one.inForce() && one.key().equals(key.key())))
                .toList();
    }

    @Test
    void theFirstKeyIsInForceWhenItIsBroughtAndBothSidesSeeIt() {
        var key = OwnKey.make();

        assertThat(bring(key.sign(says(east, key)))).isInstanceOf(Bringing.KeyInForce.class);
        var seen = mandates.authorities(parties.id()).getFirst();
        assertThat(seen.inForce()).isTrue();
        assertThat(seen.entry()).isNotNull();
        assertThat(seen.fingerprint().code()).matches("([0-9a-f]{4} ){8}[0-9]{2}");
    }

    @Test
    void aKeyThatDidNotSignItselfOrBelongsToOthersIsRefused() {
        var key = OwnKey.make();
        var other = OwnKey.make();

        assertThat(bring(other.sign(says(east, key)))).isEqualTo(new Refused(Why.NO_AUTHORITY));
        assertThat(bring(key.sign(says(parties.west(), key)))).isEqualTo(new Refused(Why.OTHER_PARTY));
        var renamed = new PartyStatement(
                east.party().id().id(), new LocalText("غير", "Autre", "Other"), key.key(), NOON);
        assertThat(bring(key.sign(renamed))).isEqualTo(new Refused(Why.OTHER_NAMES));
        var good = key.sign(says(east, key));
        var crossed = new Envelope(
                good.payload(), good.type(), good.key(), key.sign(renamed).signature(), null);
        assertThat(bring(crossed)).isEqualTo(new Refused(Why.SIGNATURE));
        assertThat(mandates.authorities(parties.id())).isEmpty();
    }

    @Test
    void oneKeyNeverSpeaksForTwoSides() {
        var key = keys.authority(parties.west(), NOON);
        assertThat(bring(key.sign(says(east, key)))).isEqualTo(new Refused(Why.KEY_TAKEN));
    }

    @Test
    void anotherKeyWaitsForTheWordOfTheOneBeforeIt() {
        var old = keys.authority(east, NOON);
        var mandate = keys.mandate(east, east.head(), NOON);
        var next = OwnKey.make();
        var statement = says(east, next);

        assertThat(bring(old.sign(statement))).isEqualTo(new Refused(Why.NOT_PREPARED));
        assertThat(bring(next.sign(statement))).isInstanceOf(Bringing.KeyWaits.class);
        assertThat(inForce(old, next)).containsExactly(old);
        assertThat(mandates.inForce(east.head(), NOON)).hasSize(1);

        assertThat(bring(OwnKey.make().sign(statement))).isEqualTo(new Refused(Why.OTHER_KEY));
        var handed = mandates.bring(old.sign(statement).bytes(), secretary, NOON.plusSeconds(5));

        assertThat(handed).isInstanceOf(Bringing.KeyInForce.class);
        assertThat(inForce(old, next)).containsExactly(next);
        assertThat(mandates.inForce(east.head(), NOON.plusSeconds(5))).isEmpty();
        assertThat(mandates.find(mandate.id()).orElseThrow().over()).isEqualTo(NOON.plusSeconds(5));
        var now = mandates.authorities(parties.id()).stream()
                .filter(AuthorityKey::inForce)
                .findFirst()
                .orElseThrow();
        assertThat(Objects.requireNonNull(now.handover())).isNotEqualTo(now.entry());
    }

    @Test
    void whereTheOldKeyIsLostTheOtherSideConfirmsTheNewOne() {
        var old = keys.authority(east, NOON);
        var next = OwnKey.make();
        bring(next.sign(says(east, next)));
        var party = east.party().id();
        var id = next.key().id();

        assertThat(mandates.confirm(party, id, secretary, NOON)).isEqualTo(new Confirming.NotYours());
        assertThat(mandates.confirm(party, id, parties.west().head(), NOON)).isEqualTo(new Confirming.NotYours());
        var elsewhere = stage.found();
        assertThat(mandates.confirm(party, id, elsewhere.west().secretary(), NOON))
                .isEqualTo(new Confirming.NotYours());
        assertThat(inForce(old, next)).containsExactly(old);

        assertThat(mandates.confirm(party, id, parties.west().secretary(), NOON))
                .isEqualTo(new Confirming.KeyInForce());
        assertThat(inForce(old, next)).containsExactly(next);
        assertThat(mandates.confirm(party, id, parties.west().secretary(), NOON)).isEqualTo(new Confirming.Settled());
    }

    @Test
    void aKeyThatWasReplacedOrWithdrawnNeverComesBack() {
        var old = keys.authority(east, NOON);
        var next = OwnKey.make();
        bring(next.sign(says(east, next)));

        assertThat(bring(OwnKey.make().sign(says(east, OwnKey.make())))).isEqualTo(new Refused(Why.OTHER_KEY));
        var third = OwnKey.make();
        assertThat(bring(third.sign(says(east, third)))).isEqualTo(new Refused(Why.ANOTHER_WAITS));
        assertThat(mandates.withdraw(next.key().id(), parties.west().secretary(), NOON))
                .isFalse();
        assertThat(mandates.withdraw(next.key().id(), secretary, NOON)).isTrue();
        assertThat(bring(next.sign(says(east, next)))).isEqualTo(new Refused(Why.BROUGHT_BEFORE));
        assertThat(bring(old.sign(says(east, old)))).isEqualTo(new Refused(Why.BROUGHT_BEFORE));
        assertThat(inForce(old, next)).containsExactly(old);
    }

    @Test
    void ofTwoFirstKeysAtOnceOneIsInForceAndTheOtherWaits() throws Exception {
        var one = OwnKey.make();
        var other = OwnKey.make();

        AtOnce.all(List.of(() -> bring(one.sign(says(east, one))), () -> bring(other.sign(says(east, other)))));

        assertThat(mandates.authorities(parties.id())).hasSize(2).filteredOn(AuthorityKey::inForce).hasSize(1);
        assertThat(mandates.authorities(parties.id())).filteredOn(AuthorityKey::waits).hasSize(1);
    }
}
