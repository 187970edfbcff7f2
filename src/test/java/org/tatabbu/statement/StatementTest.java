// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tatabbu.language.LocalText;
import org.tatabbu.testing.Authenticator;

class StatementTest {
    private static final FileKey FILE = OwnKey.make().key();
    private static final Passkey PASSKEY = Authenticator.es256().passkey();
    private static final List<Statement> ALL = Said.all(FILE, PASSKEY);

    static Stream<Statement> statements() {
        return ALL.stream();
    }

    private static String text(Statement statement) {
        return new String(statement.bytes(), UTF_8);
    }

    private static void refused(String json) {
        assertThatThrownBy(() -> Statement.read(json.getBytes(UTF_8))).as(json).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void aStatementReadsBackAsItself(Statement statement) {
        assertThat(Statement.read(statement.bytes())).isEqualTo(statement);
    }

    @Test
    void aMandateEndIsWrittenInThisVeryWay() {
        assertThat(text(Said.end())).isEqualTo("""
                {"at":"2026-11-24T11:25:05Z","committee":"00000000-0000-4000-8000-000000000002",\
                "mandate":"00000000-0000-4000-8000-000000000003","party":"00000000-0000-4000-8000-000000000001",\
                "type":"application/vnd.tatabbu.mandate-end.v1+json"}""");
    }

    @Test
    void theSignedBytesAreThoseOfTheTestVectorOfDsse() {
        assertThat(new String(Statement.signed("http://example.com/HelloWorld", "hello world".getBytes(UTF_8)), UTF_8))
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    }

    @Test
    void theLengthsInTheSignedBytesAreOfBytesAndNotOfCharacters() {
        assertThat(new String(Statement.signed("t", "نص".getBytes(UTF_8)), UTF_8))
                .isEqualTo("DSSEv1 1 t 4 نص");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void aMemberMoreOrLessOrTwiceIsRefused(Statement statement) {
        var json = text(statement);
        refused(json.replace("\"type\":", "\"typf\":1,\"type\":"));
        refused(json.replaceFirst("\"at\":\"[^\"]*\",", ""));
        refused(json.replaceFirst("(\"at\":\"[^\"]*\",)", "$1$1"));
        refused(json.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":null"));
        refused(json.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":1.5"));
        refused(json.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":[]"));
        refused(json.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":\"2026-11-24T11:25:05.5Z\""));
        refused(json.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":\"2026-11-24T12:25:05+01:00\""));
        refused(json.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":\"2026-11-24T24:00:00Z\""));
        refused(json.replace(".v1+json", ".v2+json"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void theSameValueInOtherBytesIsRefused(Statement statement) {
        var json = text(statement);
        refused(" " + json);
        refused(json + "\n");
        refused(json + json);
        refused("\uFEFF" + json);
        refused(json.replace("\":\"", "\": \""));
        refused(json.replace("application/", "application\\/"));
        refused(json.replaceFirst("\"type\"", "\"\\\\u0074ype\""));
        refused(json.replace("0000-4000", "0000-4000").toUpperCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void anIdIsInLowerCaseAndWhole(Statement statement) {
        refused(text(statement).replace("00000000-0000-4000-8000-000000000001", "0-0-4000-8000-1"));
        refused(text(statement)
                .replace("00000000-0000-4000-8000-000000000001", "A0000000-0000-4000-8000-000000000001"));
    }

    @Test
    void aNameThatIsNotComposedOrHidesSomethingIsRefused() {
        var json = text(Said.party(FILE));
        refused(json.replace("\"fr\":\"Salsabil\"", "\"fr\":\"Se\u0301n\""));
        refused(json.replace("\"fr\":\"Salsabil\"", "\"fr\":\"Sa\u202Elsabil\""));
        refused(json.replace("\"fr\":\"Salsabil\"", "\"fr\":\" Salsabil\""));
        refused(json.replace("\"fr\":\"Salsabil\"", "\"fr\":\"\""));
        refused(json.replace("\"fr\":\"Salsabil\"", "\"fr\":\"" + "S".repeat(201) + "\""));
        assertThatThrownBy(() -> new PartyStatement(Said.PARTY, new LocalText("ا", "a\nb", "c"), FILE, Said.AT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAuthorityKeyIsAKeyInAFile() {
        var json = text(Said.party(FILE));
        var key = CanonicalJson.text(CanonicalJson.bytes(PASSKEY.members()));
        refused(json.replaceFirst("\"key\":\\{[^}]*}", java.util.regex.Matcher.quoteReplacement("\"key\":" + key)));
    }

    @Test
    void aKeyUnderAnotherAlgorithmIsRefused() {
        refused(text(Said.mandate(FILE)).replace("\"alg\":\"Ed25519\"", "\"alg\":\"EdDSA\""));
        refused(text(Said.mandate(FILE)).replace("\"alg\":\"Ed25519\"", "\"alg\":\"RS256\""));
        refused(text(Said.mandate(PASSKEY)).replace("\"alg\":\"ES256\"", "\"alg\":\"EdDSA\""));
        refused(text(Said.mandate(PASSKEY)).replace("\"alg\":\"ES256\"", "\"alg\":\"Ed25519\""));
    }

    @Test
    void aMandateBeginsBeforeItEndsAndCoversItsFirstMomentAlone() {
        var mandate = Said.mandate(FILE);
        refused(text(mandate).replace(mandate.to().toString(), mandate.from().toString()));
        assertThat(mandate.covers(mandate.from().minusSeconds(1))).isFalse();
        assertThat(mandate.covers(mandate.from())).isTrue();
        assertThat(mandate.covers(mandate.to().minusNanos(1))).isTrue();
        assertThat(mandate.covers(mandate.to())).isFalse();
    }

    @Test
    void aCheckpointIsASizeAndARoot() {
        var json = text(Said.adoption());
        var root = Octets.of(new byte[32]).base64();
        for (var other : List.of("05/" + root, "-1/" + root, "5/" + root + "=", "5", "5/AAAA", "5/" + root + "\\n")) {
            refused(json.replace("5/" + root, other));
        }
        assertThat(Said.adoption().seen()).isEqualTo(5);
    }

    @Property(tries = 400)
    void noStatementSurvivesTheChangeOfAByteUnlessItSaysSomethingElse(
            @ForAll @IntRange(max = 4) int which, @ForAll @IntRange(max = 100_000) int place, @ForAll byte other) {
        var statement = ALL.get(which);
        var bytes = statement.bytes();
        int at = place % bytes.length;
        boolean same = bytes[at] == other;
        bytes[at] = other;
        try {
            var read = Statement.read(bytes);
            assertThat(read.equals(statement)).isEqualTo(same);
            assertThat(Arrays.equals(read.bytes(), bytes)).isTrue();
        } catch (Unreadable refused) {
            assertThat(same).isFalse();
        }
    }

    @Property(tries = 500)
    void rubbishIsRefusedAndNothingElseHappens(@ForAll byte[] rubbish) {
        assertThatThrownBy(() -> Statement.read(rubbish)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> Envelope.read(rubbish)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aWellOfBracketsIsRefused() {
        refused("[".repeat(60_000));
        refused("{\"a\":".repeat(20_000));
    }
}
