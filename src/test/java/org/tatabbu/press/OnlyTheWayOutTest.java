// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tatabbu.publication.Publications;
import org.tatabbu.publication.PublishedArticles;

/** Nothing goes past the offices: in all the program one class publishes, corrects and withdraws. */
class OnlyTheWayOutTest {
    private static final Set<String> DEEDS = Set.of("publish", "correct", "withdraw");

    @Test
    void onlyTheOutletLetsAnythingOut() {
        var callers = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.tatabbu").stream()
                        .flatMap(one -> one.getMethodCallsFromSelf().stream())
                        .filter(OnlyTheWayOutTest::letsOut)
                        .map(call -> call.getOriginOwner().getSimpleName())
                        .collect(Collectors.toSet());
        assertThat(callers).containsExactly("Outlet");
    }

    private static boolean letsOut(JavaMethodCall call) {
        var owner = call.getTargetOwner();
        return (owner.isEquivalentTo(Publications.class) || owner.isEquivalentTo(PublishedArticles.class))
                && DEEDS.contains(call.getName());
    }
}
