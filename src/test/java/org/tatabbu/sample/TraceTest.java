// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Entry;
import org.tatabbu.audit.Wanted;
import org.tatabbu.committee.Committees;
import org.tatabbu.testing.Told;

/** The stories go through the doors, so they leave a trace. */
@Told
class TraceTest {
    @Autowired
    private Audit audit;

    @Autowired
    private Committees committees;

    @Autowired
    private Adoptions adoptions;

    @ParameterizedTest
    @ValueSource(strings = {RiverStory.SLUG, DefenceStory.SLUG})
    void aStoryLeavesATraceWithItsOwnDatesAndNoReadersAddress(String slug) {
        var committee = committees.find(slug).orElseThrow().id();
        var told = new ArrayList<Entry>();
        audit.each(committee.id(), null, Wanted.ALL, told::add);

        assertThat(when(told, "text.adopted"))
                .isNotEmpty()
                .containsExactlyElementsOf(adoptions.register(committee).stream()
                        .map(Act::adoptedAt)
                        .toList());
        assertThat(told)
                .extracting(Entry::kind)
                .contains("committee", "seat", "meeting", "clause", "article", "comment");
        assertThat(told).extracting(Entry::at).allMatch(at -> at.isBefore(Instant.now()));
        assertThat(told).extracting(Entry::origin).containsOnly("");
        assertThat(told.toString()).doesNotContain("@readers.example", "@");
    }

    private static List<Instant> when(List<Entry> told, String what) {
        return told.stream()
                .filter(entry -> entry.what().equals(what))
                .map(Entry::at)
                .toList();
    }
}
