// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tatabbu.testing.Rooms;

/** ARCHITECTURE.md draws the house as it stands. */
class PictureTest {
    private static final Path PAPER = Path.of("ARCHITECTURE.md");
    private static final Pattern PICTURE =
            Pattern.compile("^```mermaid\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern EDGE = Pattern.compile("^ *(\\w+) --> (\\w+)$", Pattern.MULTILINE);

    @Test
    void theEdgesDrawnAreTheEdgesDeclared() {
        var declared = Rooms.all().stream()
                .flatMap(room -> room.uses().stream().map(used -> room.name() + " --> " + used))
                .toList();
        var drawn = EDGE.matcher(picture())
                .results()
                .map(edge -> edge.group(1) + " --> " + edge.group(2))
                .toList();

        assertThat(declared)
                .as("No room declares any other: package-infos were not read.")
                .isNotEmpty();
        assertThat(drawn)
                .as("Redraw the Mermaid picture in ARCHITECTURE.md: one line 'a --> b' for each entry of a"
                        + " package's allowedDependencies, each once.")
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void everyRoomsSentenceIsTheOneOnItsPackage() {
        for (var room : Rooms.all()) {
            assertThat(Rooms.text(PAPER))
                    .as("Copy the sentence of package %s into the floors of ARCHITECTURE.md.", room.name())
                    .contains("`%s` | %s |".formatted(room.name(), room.sentence()));
        }
    }

    private static String picture() {
        List<MatchResult> pictures =
                PICTURE.matcher(Rooms.text(PAPER)).results().toList();
        assertThat(pictures)
                .as("ARCHITECTURE.md needs exactly one ```mermaid block: the picture of the rooms.")
                .hasSize(1);
        return pictures.getFirst().group(1);
    }
}
