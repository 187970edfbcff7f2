// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Time is an argument: a door never looks at a clock. Seen to fail on a door that took {@code Instant.now()}. */
class TimeTest {
    /** Where a moment begins: requests that have no page, rounds that go by themselves, and the start of the program. */
    private static final Set<String> BEGINNINGS = Set.of(
            "Recognition",
            "ProviderGates",
            "Postmaster",
            "Answering",
            "Rounds",
            "Sweep",
            "Lookers",
            "Sample",
            "OperatorSetting",
            "KeyCommand",
            "LogBeans",
            "SealingRounds",
            "ClosingTimes",
            "ReleaseHours",
            "ImportCommand");

    private static final Set<Class<?>> CLOCKS =
            Set.of(Clock.class, Instant.class, LocalDate.class, OffsetDateTime.class, ZonedDateTime.class);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.tatabbu");

    @Test
    void onlyPagesAndBeginningsReadTheClock() {
        var readers = readers();

        assertThat(readers).as("Nobody was seen to read a clock.").hasSizeGreaterThan(5);
        assertThat(readers.stream()
                        .filter(name -> !name.endsWith("Pages") && !name.endsWith("Argument"))
                        .filter(name -> !BEGINNINGS.contains(name))
                        .toList())
                .as("Take the moment as an argument; only where a moment begins is a clock read.")
                .isEmpty();
    }

    @Test
    void everyBeginningReadsTheClock() {
        assertThat(readers())
                .as("Take out of the list who reads no clock any more.")
                .containsAll(BEGINNINGS);
    }

    private static Set<String> readers() {
        return CLASSES.stream()
                .filter(one -> one.getMethodCallsFromSelf().stream().anyMatch(TimeTest::readsClock))
                .map(one -> one.getName().replaceFirst(".*\\.", "").replaceFirst("\\$.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean readsClock(JavaMethodCall call) {
        return CLOCKS.stream().anyMatch(clock -> call.getTargetOwner().isEquivalentTo(clock))
                && List.of("now", "instant", "millis").contains(call.getName());
    }
}
