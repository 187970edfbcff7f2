// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tatabbu.identity.Account;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.PersonName;
import org.tatabbu.testing.OnStage;

/** What is noted stays, and each side reads the joint part and its own. */
@OnStage
class AuditTest {
    private static final Instant NOON = Instant.parse("2023-01-17T12:00:00Z");

    private final UUID committee = UUID.randomUUID();
    private final UUID actor = UUID.randomUUID();
    private final UUID east = UUID.randomUUID();
    private final UUID west = UUID.randomUUID();

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient sql;

    private void note(Change change, Instant at) {
        transactions.executeWithoutResult(transaction -> audit.note(change, at));
    }

    private Change joint(String after) {
        return Change.joint("seat.given", actor, east, committee, "MEMBER", "", after);
    }

    private Change own(UUID party, String after) {
        return Change.own("brief.written", null, party, committee, "secret", "", after);
    }

    private List<String> read(UUID party) {
        return audit.read(committee, party, Wanted.ALL, 1).entries().stream()
                .map(Entry::after)
                .toList();
    }

    @Test
    void aChangeIsNotedOnlyInTheTransactionThatMakesIt() {
        assertThatThrownBy(() -> audit.note(joint("x"), NOON)).isInstanceOf(IllegalTransactionStateException.class);
        transactions.executeWithoutResult(transaction -> {
            audit.note(joint("aborted"), NOON);
            transaction.setRollbackOnly();
        });
        assertThat(read(east)).isEmpty();
    }

    @Test
    void eachSideReadsTheJointPartAndItsOwnTheLatestFirst() {
        note(joint("joint"), NOON);
        note(own(east, "of the east"), NOON);
        note(own(west, "of the west"), NOON.plusSeconds(1));

        assertThat(read(east)).containsExactly("of the east", "joint");
        assertThat(read(west)).containsExactly("of the west", "joint");
        assertThat(audit.read(committee, null, Wanted.ALL, 1).entries())
                .extracting(Entry::after)
                .containsExactly("joint");
    }

    @Test
    void theOtherSidesOwnPartShowsInNoCountFilterOrKind() {
        note(joint("joint"), NOON);
        for (int i = 0; i < 60; i++) {
            note(own(east, "of the east"), NOON);
        }
        var theirs = audit.read(committee, west, Wanted.ALL, 2);
        assertThat(theirs.total()).isEqualTo(1);
        assertThat(theirs.page()).isEqualTo(1);
        assertThat(theirs.kinds()).containsExactly("seat");
        assertThat(audit.read(committee, west, Wanted.ALL.of("brief"), 1).total())
                .isZero();
        assertThat(Traces.all(audit, committee, west, Wanted.ALL)).hasSize(1);
        assertThat(audit.read(committee, east, Wanted.ALL.of("brief"), 1).total())
                .isEqualTo(60);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 1; i <= 101; i++) {
            note(joint("n" + i), NOON);
        }
        var first = audit.read(committee, east, Wanted.ALL, 1);
        var last = audit.read(committee, east, Wanted.ALL, 99);
        assertThat(first.entries()).hasSize(25).first().extracting(Entry::after).isEqualTo("n101");
        assertThat(first.more()).isTrue();
        assertThat(last.page()).isEqualTo(5);
        assertThat(last.entries()).extracting(Entry::after).containsExactly("n1");
        assertThat(last.first()).isEqualTo(101);
        assertThat(last.more()).isFalse();
    }

    @Test
    void aRangeOfMomentsIncludesItsFirstAndNotItsEnd() {
        note(joint("before"), NOON.minusSeconds(1));
        note(joint("first"), NOON);
        note(joint("end"), NOON.plusSeconds(60));
        var wanted = Wanted.ALL.since(NOON).before(NOON.plusSeconds(60));
        assertThat(Traces.all(audit, committee, east, wanted))
                .extracting(Entry::after)
                .containsExactly("first");
    }

    @Test
    void anAddressIsToldToItsOwnSideAlone() {
        from(new MockHttpServletRequest(), joint("from somewhere"));
        note(joint("from nowhere"), NOON.minusSeconds(1));

        assertThat(Traces.all(audit, committee, east, Wanted.ALL))
                .extracting(Entry::origin)
                .containsExactly("192.0.2.7", "");
        assertThat(Traces.all(audit, committee, west, Wanted.ALL))
                .extracting(Entry::origin)
                .containsExactly("", "");
        assertThat(Traces.all(audit, committee, null, Wanted.ALL))
                .extracting(Entry::origin)
                .containsExactly("", "");
    }

    /** The head who adopts last makes the program do things for the other side: not from where that head sits. */
    @Test
    void whatARequestMakesHappenInAnothersNameHasNoAddress() {
        var request = new MockHttpServletRequest();
        request.setAttribute(
                Account.class.getName(),
                new Account(new AccountId(UUID.randomUUID()), "west@example.org", new PersonName("", "West")));
        from(request, joint("by another"));
        from(request, Change.joint("commitment.made", null, east, committee, "C-1", "", "by nobody"));

        assertThat(Traces.all(audit, committee, east, Wanted.ALL))
                .extracting(Entry::origin)
                .containsExactly("", "");
    }

    private void from(MockHttpServletRequest request, Change change) {
        request.setRemoteAddr("192.0.2.7");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            note(change, NOON);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.change set after = 'other'",
                "delete from audit.change",
                "truncate audit.change",
                "alter table audit.change disable row level security",
                "drop table audit.change"
            })
    void whatWasNotedIsNeitherChangedNorTakenBack(String statement) {
        note(joint("stays"), NOON);
        assertThatThrownBy(() -> sql.sql(statement).update()).isInstanceOf(DataAccessException.class);
        assertThat(read(east)).containsExactly("stays");
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        var long500 = "x".repeat(498) + "😀".repeat(10);
        var kept = joint(long500).after();
        assertThat(kept).hasSize(499).endsWith("x…");
        assertThat(Change.brief("ا".repeat(400), "", "e".repeat(400)).length()).isLessThanOrEqualTo(Change.LONGEST);
        assertThat(Change.brief("ا", "", "e")).isEqualTo("ا\ne");
        assertThatThrownBy(() -> Change.joint("given", null, east, committee, "", "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
