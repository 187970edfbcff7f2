// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.PersonName;
import org.tatabbu.mandate.Bringing.Refused;
import org.tatabbu.mandate.Bringing.Why;
import org.tatabbu.statement.Capacity;
import org.tatabbu.statement.Digest;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.MandateStatement;
import org.tatabbu.statement.OwnKey;
import org.tatabbu.statement.Statement;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.Authenticator;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.SigningKeys;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Stage.Parties;
import org.tatabbu.transparency.Log;

@OnStage
class MandatesTest {
    private static final Instant NOON = Stage.NOON;

    @Autowired
    Stage stage;

    @Autowired
    SigningKeys keys;

    @Autowired
    Mandates mandates;

    @Autowired
    Committees committees;

    @Autowired
    Log log;

    private Parties parties;
    private Seat secretary;
    private Seat head;

    @BeforeEach
    void twoPartiesWithTheirKeys() {
        parties = stage.found();
        secretary = parties.east().secretary();
        head = parties.east().head();
        keys.authority(parties.east(), NOON);
        keys.authority(parties.west(), NOON);
    }

    private Bringing bring(Envelope signed, Seat by, Instant at) {
        return mandates.bring(signed.bytes(), by, at);
    }

    private static Refused refused(Why why) {
        return new Refused(why);
    }

    private Statement prepared(OwnKey key) {
        var wanted = new Preparation(
                head.id(), new PersonName("ليلى", "Layla"), key.key(), NOON, NOON.plus(Duration.ofDays(30)));
        if (mandates.prepare(wanted, secretary, NOON) instanceof Preparing.Prepared done) {
            return done.draft().statement();
        }
        throw new AssertionError("Not prepared");
    }

    @Test
    void aMandateLetsItsSeatSignFromItsFirstMomentToItsLastAndNobodyElse() {
        var key = OwnKey.make();
        var issued = bring(keys.authority(parties.east()).sign(prepared(key)), secretary, NOON);

        var mandate = ((Bringing.Issued) issued).mandate();
        assertThat(mandate.statement().capacity()).isEqualTo(Capacity.HEAD);
        assertThat(mandate.key()).isEqualTo(key.key());
        assertThat(mandates.inForce(head, NOON)).containsExactly(mandate);
        assertThat(mandates.inForce(head.party(), parties.id(), head.id(), NOON)).contains(mandate);
        assertThat(mandates.byKey(key.key().id())).containsExactly(mandate);
        assertThat(mandates.inForce(head, NOON.minusSeconds(1))).isEmpty();
        assertThat(mandates.inForce(head, NOON.plus(Duration.ofDays(30)).minusSeconds(1)))
                .hasSize(1);
        assertThat(mandates.inForce(head, NOON.plus(Duration.ofDays(30)))).isEmpty();
        assertThat(mandates.inForce(parties.east().alternate(), NOON)).isEmpty();
        assertThat(mandates.inForce(parties.west().head(), NOON)).isEmpty();
        assertThat(mandates.inForce(parties.west().party().id(), parties.id(), head.id(), NOON))
                .isEmpty();
    }

    @Test
    void whatIsInForceIsInTheLogByteForByteAndInItsOrder() {
        var mandate = keys.mandate(parties.east(), head, NOON);
        keys.end(parties.east(), mandate, NOON.plusSeconds(60));

        var entries = mandates.entries(mandate.id()).orElseThrow();
        var end = Objects.requireNonNull(entries.end());
        long party = index(entries.party());
        assertThat(party).isLessThan(index(entries.mandate()));
        assertThat(index(entries.mandate())).isLessThan(index(end));
        for (var entry : List.of(entries.party(), entries.mandate(), end)) {
            assertThat(log.entry(index(entry)).orElseThrow().bytes())
                    .isEqualTo(entry.envelope().bytes());
            assertThat(entry.envelope()
                            .under(keys.authority(parties.east()).key()))
                    .isInstanceOf(org.tatabbu.statement.Verdict.Holds.class);
        }
    }

    private long index(MandateEntries.Entry entry) {
        var late = Instant.now().plusSeconds(60);
        // The log integrates on a thread of its own.
        while (log.index(entry.entry()).isEmpty()) {
            assertThat(Instant.now()).as("no index").isBefore(late);
            Thread.onSpinWait();
        }
        return log.index(entry.entry()).orElseThrow();
    }

    @Test
    void anEndedMandateLosesItsForceAtThatMoment() {
        var mandate = keys.mandate(parties.east(), head, NOON);
        keys.end(parties.east(), mandate, NOON.plusSeconds(60));

        assertThat(mandates.inForce(head, NOON.plusSeconds(59))).hasSize(1);
        assertThat(mandates.inForce(head, NOON.plusSeconds(60))).isEmpty();
        assertThat(mandates.prepareEnd(mandate.id(), secretary, NOON.plusSeconds(61)))
                .isEqualTo(new Preparing.Over());
    }

    @Test
    void aMandateIsNothingOnceItsSeatHasEnded() {
        keys.mandate(parties.east(), head, NOON);
        committees.end(head.id(), secretary, NOON.plusSeconds(5));

        assertThat(mandates.inForce(head, NOON.plusSeconds(6))).isEmpty();
        var signed = keys.authority(parties.east()).sign(preparedBefore());
        assertThat(bring(signed, secretary, NOON.plusSeconds(6))).isEqualTo(refused(Why.NOT_PREPARED));
    }

    private Statement preparedBefore() {
        return new MandateStatement(
                UUID.randomUUID(),
                head.party().id(),
                parties.id().id(),
                new PersonName("ليلى", "Layla"),
                Capacity.HEAD,
                OwnKey.make().key(),
                NOON,
                NOON.plusSeconds(9_000),
                NOON);
    }

    @Test
    void anotherKeyThanTheAuthoritysGivesNoMandate() {
        var statement = prepared(OwnKey.make());

        assertThat(bring(OwnKey.make().sign(statement), secretary, NOON)).isEqualTo(refused(Why.OTHER_KEY));
        assertThat(bring(keys.authority(parties.west()).sign(statement), secretary, NOON))
                .isEqualTo(refused(Why.OTHER_KEY));
        assertThat(mandates.inForce(head, NOON)).isEmpty();
    }

    @Test
    void aMandateOfAnotherPartyOrCommitteeIsRefusedHere() {
        var signed = keys.authority(parties.east()).sign(prepared(OwnKey.make()));
        var elsewhere = stage.found();
        keys.authority(elsewhere.east(), NOON);

        assertThat(bring(signed, parties.west().secretary(), NOON)).isEqualTo(refused(Why.OTHER_PARTY));
        assertThat(bring(signed, elsewhere.east().secretary(), NOON)).isEqualTo(refused(Why.OTHER_PARTY));
        assertThat(bring(signed, secretary, NOON)).isInstanceOf(Bringing.Issued.class);
    }

    @Test
    void aSignatureOverOtherBytesIsRefused() {
        var one = keys.authority(parties.east()).sign(prepared(OwnKey.make()));
        var other = keys.authority(parties.east()).sign(prepared(OwnKey.make()));
        var crossed = new Envelope(one.payload(), one.type(), one.key(), other.signature(), null);

        assertThat(bring(crossed, secretary, NOON)).isEqualTo(refused(Why.SIGNATURE));
    }

    @Test
    void aStatementThatWasNotPreparedHereIsRefusedThoughTheAuthoritySignedIt() {
        assertThat(bring(keys.authority(parties.east()).sign(preparedBefore()), secretary, NOON))
                .isEqualTo(refused(Why.NOT_PREPARED));
    }

    @Test
    void aMandateBroughtTwiceOrTooLateIsRefused() {
        var signed = keys.authority(parties.east()).sign(prepared(OwnKey.make()));

        assertThat(bring(signed, secretary, NOON.plus(Duration.ofDays(31)))).isEqualTo(refused(Why.OVER));
        assertThat(bring(signed, secretary, NOON)).isInstanceOf(Bringing.Issued.class);
        assertThat(bring(signed, secretary, NOON)).isEqualTo(refused(Why.BROUGHT_BEFORE));
    }

    @Test
    void aStatementOfTheFutureIsRefused() {
        var signed = keys.authority(parties.east()).sign(prepared(OwnKey.make()));
        assertThat(bring(signed, secretary, NOON.minus(Duration.ofMinutes(6)))).isEqualTo(refused(Why.FUTURE));
    }

    @Test
    void rubbishIsRefused() {
        assertThat(mandates.bring(new byte[0], secretary, NOON)).isEqualTo(refused(Why.UNREADABLE));
        assertThat(mandates.bring(new byte[70_000], secretary, NOON)).isEqualTo(refused(Why.UNREADABLE));
        assertThat(mandates.bring("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8), secretary, NOON))
                .isEqualTo(refused(Why.UNREADABLE));
    }

    @Test
    void onlyASecretaryOfThePartyActsForIt() {
        var mandate = keys.mandate(parties.east(), head, NOON);
        var foreign = parties.west().secretary();
        var wanted =
                new Preparation(head.id(), new PersonName("ا", "A"), OwnKey.make().key(), NOON, NOON.plusSeconds(60));

        assertThat(mandates.prepare(wanted, foreign, NOON)).isEqualTo(new Preparing.NotYours());
        assertThat(mandates.prepareEnd(mandate.id(), foreign, NOON)).isEqualTo(new Preparing.NotYours());
        assertThat(mandates.prepare(wanted, head, NOON)).isEqualTo(new Preparing.NotYours());
        assertThat(mandates.bring(new byte[0], head, NOON)).isEqualTo(new Bringing.NotYours());
    }

    @Test
    void whatOnePartyPreparesTheOtherDoesNotSee() {
        prepared(OwnKey.make());

        assertThat(mandates.drafts(secretary, NOON)).hasSize(1);
        assertThat(mandates.drafts(parties.west().secretary(), NOON)).isEmpty();
        assertThat(mandates.drafts(head, NOON)).isEmpty();
    }

    @Test
    void aDroppedStatementIsBroughtInVain() {
        var statement = prepared(OwnKey.make());
        var draft = mandates.drafts(secretary, NOON).getFirst();

        assertThat(mandates.drop(draft.id(), parties.west().secretary(), NOON)).isFalse();
        assertThat(mandates.drop(draft.id(), secretary, NOON)).isTrue();
        assertThat(bring(keys.authority(parties.east()).sign(statement), secretary, NOON))
                .isEqualTo(refused(Why.NOT_PREPARED));
    }

    @Test
    void aKeyThatSignsForOneSideNeverSignsForTheOther() {
        var key = OwnKey.make();
        keys.mandate(parties.east(), head, key.key(), NOON);
        var west = parties.west();
        var wanted = new Preparation(
                west.head().id(), new PersonName("ا", "A"), key.key(), NOON, NOON.plusSeconds(60));
        var authority = new Preparation(
                head.id(), new PersonName("ا", "A"), keys.authority(west).key(), NOON, NOON.plusSeconds(60));

        assertThat(mandates.prepare(wanted, west.secretary(), NOON)).isEqualTo(new Preparing.KeyTaken());
        assertThat(mandates.prepare(authority, secretary, NOON)).isEqualTo(new Preparing.KeyTaken());
    }

    @Test
    void aPasskeyIsNamedInAMandateAsWell() {
        var passkey = Authenticator.es256().passkey();
        var mandate = keys.mandate(parties.east(), head, passkey, NOON);

        assertThat(mandates.find(mandate.id()).orElseThrow().key()).isEqualTo(passkey);
    }

    @Test
    void ofTwoUploadsAtOnceOneIsIssued() throws Exception {
        var signed = keys.authority(parties.east()).sign(prepared(OwnKey.make()));

        var answers = AtOnce.all(List.of(() -> bring(signed, secretary, NOON), () -> bring(signed, secretary, NOON)));

        assertThat(answers).hasAtLeastOneElementOfType(Bringing.Issued.class).contains(refused(Why.BROUGHT_BEFORE));
        assertThat(mandates.of(parties.id())).hasSize(1);
        assertThat(mandates.byKey(Digest.of(new byte[0]))).isEmpty();
    }
}
