// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
    private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");
    private static final SigningKey LOG = SigningKey.newLog("example.org/log");
    private static final List<SigningKey> WITNESSES = Stream.of("x1", "x2", "x3", "y1", "y2", "y3")
            .map(name -> SigningKey.newWitness("witness.example/" + name))
            .toList();

    private static final byte[] ENTRY = "entry".getBytes(StandardCharsets.UTF_8);
    private static final Checkpoint TREE = new Checkpoint("example.org/log", 1, Merkle.leaf(ENTRY));

    /** The example of the specification, with keys. */
    private static String example() {
        return """
                # Two of the one side, any of the other
                log %s https://example.org/log/

                witness X1 %s
                \twitness X2 %s   http://localhost:4001/
                witness X3 %s
                group X-witnesses 2 X1 X2 X3

                witness Y1 %s
                witness Y2 %s
                witness Y3 %s
                group Y-witnesses any Y1 Y2 Y3

                group X-and-Y all X-witnesses Y-witnesses
                quorum X-and-Y
                """.formatted(Stream.concat(Stream.of(LOG), WITNESSES.stream())
                .map(key -> key.verifier().toString())
                .toArray());
    }

    private static SignedNote seenBy(String digits) {
        return TREE.signed(LOG)
                .with(digits.chars()
                        .mapToObj(digit -> Cosignature.sign(TREE, WITNESSES.get(digit - '0'), AT))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "0, false",
        "01, false",
        "03, false",
        "013, true",
        "124, true",
        "0125, true",
        "345, false",
        "012345, true",
        "0345, false"
    })
    void theQuorumDecides(String witnesses, boolean enough) {
        var policy = Policy.parse(example());

        assertThat(policy.signed(seenBy(witnesses))).isTrue();
        assertThat(policy.accepts(seenBy(witnesses))).isEqualTo(enough);
        assertThat(policy.cosigners(seenBy(witnesses))).hasSize(witnesses.length());
    }

    @Test
    void addressesOfWitnessesAreThoseOfTheFile() {
        var witnesses = Policy.parse(example()).witnesses();

        assertThat(witnesses.get(0).address()).isEmpty();
        assertThat(witnesses.get(1).address().orElseThrow()).hasToString("http://localhost:4001/");
    }

    @Test
    void whatDecidesStaysTheSameWhereverTheWitnessesAre() {
        var policy = Policy.parse(example());
        var moved = Policy.parse(example().replace(":4001", ":4002").replace("# Two", "# Three"));

        assertThat(policy.bytes())
                .asString(StandardCharsets.UTF_8)
                .doesNotContain("http", "#")
                .contains("quorum X-and-Y\n");
        assertThat(moved.digest()).isEqualTo(policy.digest());
        assertThat(Policy.parse(policy.bytes()).bytes()).isEqualTo(policy.bytes());
        assertThat(Policy.parse(policy.bytes()).accepts(seenBy("013"))).isTrue();
        assertThat(Policy.parse(example().replace("any Y1", "2 Y1")).digest()).isNotEqualTo(policy.digest());
    }

    @Test
    void aCheckpointOfAnotherLogIsNotAccepted() {
        var policy = Policy.parse(example());
        var other = SigningKey.newLog("example.org/log");

        assertThat(policy.accepts(
                        TREE.signed(other).with(seenBy("013").signatures().subList(1, 4))))
                .isFalse();
        assertThat(policy.accepts(new Checkpoint("example.org/other", 1, TREE.root()).signed(LOG)))
                .isFalse();
    }

    @Test
    void withoutWitnessesTheLogIsEnough() {
        var policy = Policy.unwitnessed(LOG.verifier());

        assertThat(policy.asksNobody()).isTrue();
        assertThat(policy.accepts(TREE.signed(LOG))).isTrue();
    }

    @Test
    void whatAPolicyMayNotSayIsRefused() {
        var w = WITNESSES.getFirst().verifier();
        var v = WITNESSES.getLast().verifier();
        var log = LOG.verifier();
        Stream.of(
                        "",
                        "quorum nobody\n",
                        "quorum none\nquorum none\n",
                        "quorum none none\n",
                        "log " + w + "\nquorum none\n",
                        "witness a " + log + "\nquorum a\n",
                        "log " + log + "\nlog " + log + "\nquorum none\n",
                        "witness a " + w + "\nwitness b " + w + "\nquorum none\n",
                        "witness a " + w + "\nwitness a " + v + "\nquorum none\n",
                        "witness none " + w + "\nquorum none\n",
                        "witness a " + w + "\ngroup g 2 a\nquorum g\n",
                        "witness a " + w + "\ngroup g 0 a\nquorum g\n",
                        "witness a " + w + "\ngroup g 01 a\nquorum g\n",
                        "witness a " + w + "\ngroup g all a a\nquorum g\n",
                        "witness a " + w + "\ngroup g all a\ngroup h all a\nquorum g\n",
                        "witness a " + w + "\ngroup g all\nquorum g\n",
                        "witness a " + w + "\ngroup g any none\nquorum g\n",
                        "group g any a\nwitness a " + w + "\nquorum g\n",
                        "witness a " + w + "\nquorum b\n",
                        "witness a " + w + "\rquorum a\n",
                        "words quorum none\n")
                .forEach(text -> assertThatThrownBy(() -> Policy.parse(text))
                        .as(text)
                        .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void aProofHoldsOrSaysWhatDoesNot() {
        var policy = Policy.parse(example());
        var proof = new LogProof(0, List.of(), seenBy("013"));
        var text = proof.toString();

        assertThat(text).startsWith("c2sp.org/tlog-proof@v1\nindex 0\n\nexample.org/log\n1\n");
        assertThat(LogProof.parse(text)).isEqualTo(proof);
        assertThat(proof.verify(ENTRY, policy)).isEqualTo(LogProof.Verdict.HOLDS);
        assertThat(LogProof.parse(text.replace("index", "extra cXVlc3Rpb24=\nindex"))
                        .verify(ENTRY, policy))
                .isEqualTo(LogProof.Verdict.HOLDS);
        assertThat(proof.verify(new byte[0], policy)).isEqualTo(LogProof.Verdict.NOT_INCLUDED);
        assertThat(new LogProof(1, List.of(), seenBy("013")).verify(ENTRY, policy))
                .isEqualTo(LogProof.Verdict.NOT_INCLUDED);
        assertThat(new LogProof(0, List.of(), seenBy("01")).verify(ENTRY, policy))
                .isEqualTo(LogProof.Verdict.NOT_WITNESSED);
        assertThat(proof.verify(
                        ENTRY,
                        Policy.unwitnessed(SigningKey.newLog("example.org/log").verifier())))
                .isEqualTo(LogProof.Verdict.NOT_OF_THE_LOG);
    }

    @Test
    void whatIsNotAProofIsRefused() {
        var text = new LogProof(0, List.of(), seenBy("013")).toString();
        Stream.of(
                        text.replace("@v1", "@v2"),
                        text.replace("index 0", "index 00"),
                        text.replace("index 0\n", ""),
                        text.replace("index 0", "extra \nindex 0"),
                        text.replace("index 0\n", "index 0\nAAAA\n"),
                        text.replace("\n\n", "\n"),
                        text.stripTrailing())
                .forEach(wrong -> assertThatThrownBy(() -> LogProof.parse(wrong))
                        .as(wrong)
                        .isInstanceOf(IllegalArgumentException.class));
    }
}
