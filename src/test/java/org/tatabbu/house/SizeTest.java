// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tatabbu.testing.Rooms;

/** What one person can read at a sitting. */
class SizeTest {
    @Test
    void aMainClassHasAtMost300Lines() {
        noneLonger(Rooms.SOURCES, ".java", 300, "find the second noun in it and give it its own file");
    }

    @Test
    void aTestHasAtMost400Lines() {
        noneLonger(Rooms.TESTS, ".java", 400, "split its claims by what they are about");
    }

    @Test
    void aTemplateHasAtMost200Lines() {
        noneLonger(Rooms.SOURCES, ".jte", 200, "move a part into a template of its own beside it");
    }

    @Test
    void aRoomHasAtMost25Files() {
        for (var room : Rooms.all()) {
            assertThat(room.sources())
                    .as("Room %s is too large: split it by noun, never into layers.", room.name())
                    .hasSizeLessThanOrEqualTo(25);
        }
    }

    private static void noneLonger(Path folder, String ending, long most, String whatToDo) {
        var files = Rooms.files(folder, ending);
        assertThat(files)
                .as("No %s below %s: run the tests from the root of the repository.", ending, folder)
                .isNotEmpty();
        assertThat(files)
                .as("These files have more than %d lines: %s.", most, whatToDo)
                .allMatch(file -> Rooms.text(file).lines().count() <= most);
    }
}
