// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tatabbu.statement.CanonicalJson;
import org.tatabbu.testing.TestDatabase;
import org.tatabbu.transparency.Ledger;

/** Who can write to the log's table can have anything entered; the audit reads what was. */
class LoggedActsTest {
    @TempDir
    Path folder;

    private Finding audited(String... entries) throws Exception {
        var ledger = Ledger.on(TestDatabase.fresh(), folder);
        ledger.append(entries);
        ledger.seal(ledger.unwitnessed());
        return new Auditor(ledger.unwitnessed()).audit(ledger::read, ledger.published(), Optional.empty());
    }

    private static String act(String id, String kind, int year, int number, String... payloads) {
        return new String(
                CanonicalJson.bytes(Map.of(
                        "type",
                        "application/vnd.tatabbu.act.v1+json",
                        "act",
                        id,
                        "committee",
                        "c",
                        "kind",
                        kind,
                        "year",
                        year,
                        "number",
                        number,
                        "adoptions",
                        Stream.of(payloads)
                                .map(payload -> Map.of("payload", payload, "signatures", List.of()))
                                .toList())),
                UTF_8);
    }

    private static String act(String kind, int year, int number) {
        var id = UUID.randomUUID().toString();
        return act(id, kind, year, number, "east of " + id, "west of " + id);
    }

    @Test
    void actsNumberedInTheirTurnHold() throws Exception {
        assertThat(audited(
                        act("decision", 2026, 1),
                        "a mandate",
                        act("conclusions", 2026, 4),
                        act("decision", 2026, 2),
                        act("decision", 2027, 1),
                        act("conclusions", 2026, 5)))
                .isInstanceOf(Finding.Holds.class);
    }

    @Test
    void aNumberGivenTwiceIsFoundOut() throws Exception {
        assertThat(audited(act("decision", 2026, 1), act("decision", 2026, 2), act("decision", 2026, 2)))
                .isEqualTo(new Finding.Misnumbered(2, 2, 2));
    }

    @Test
    void aGapIsFoundOut() throws Exception {
        assertThat(audited(act("decision", 2026, 1), act("decision", 2026, 3)))
                .isEqualTo(new Finding.Misnumbered(1, 3, 1));
    }

    @Test
    void anIdGivenTwiceIsFoundOut() throws Exception {
        assertThat(audited(act("a", "decision", 2026, 1, "east 1"), act("a", "decision", 2026, 2, "east 2")))
                .isEqualTo(new Finding.Misnumbered(1, 2, 1));
    }

    @Test
    void adoptionsUsedAgainUnderAnotherNumberAreFoundOut() throws Exception {
        assertThat(audited(
                        act("a", "decision", 2026, 1, "east", "west"),
                        "a mandate",
                        act("b", "decision", 2026, 2, "east", "west")))
                .isEqualTo(new Finding.AdoptedTwice(2));
        assertThat(new Finding.AdoptedTwice(2).holds()).isFalse();
    }
}
