// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.tatabbu.Application;
import org.tatabbu.testing.Rooms;

/**
 * The walls between rooms. Seen to fail on a class of language that used a viewer of page (undeclared, and a circle), a
 * package inside a room, a room without its sentence, one not null-marked, one that declared a higher floor, and a class
 * named DateHelper.
 */
class ArchitectureTest {
    /** The floors, lowest first; rooms not yet built keep their place. */
    private static final Map<String, Place> HOUSE = List.of(
                    new Place(0, "language"),
                    new Place(0, "statement", Set.of("language")),
                    new Place(0, "transparency", Set.of("language")),
                    new Place(0, "database", Set.of("language")),
                    new Place(1, "page"),
                    new Place(1, "markup"),
                    new Place(1, "search", Set.of("page")),
                    new Place(1, "mail"),
                    new Place(1, "audit"),
                    new Place(1, "parcel"),
                    new Place(1, "witness"),
                    new Place(2, "copies"),
                    new Place(2, "identity"),
                    new Place(3, "discussion"),
                    new Place(3, "documents"),
                    new Place(3, "passkey"),
                    new Place(3, "oidc"),
                    new Place(3, "picture"),
                    new Place(3, "profile"),
                    new Place(3, "signing"),
                    new Place(4, "committee"),
                    new Place(4, "authorship"),
                    new Place(4, "register"),
                    new Place(5, "meeting"),
                    new Place(5, "brief"),
                    new Place(5, "moderation"),
                    new Place(5, "invitation"),
                    new Place(5, "founding"),
                    new Place(5, "mandate"),
                    new Place(5, "watch"),
                    new Place(6, "minutes"),
                    new Place(7, "adoption", Set.of("original")),
                    new Place(7, "original"),
                    new Place(7, "article"),
                    new Place(7, "publicity"),
                    new Place(8, "followup"),
                    new Place(8, "acts", Set.of("procedure")),
                    new Place(8, "procedure"),
                    new Place(9, "publication", Set.of("proof")),
                    new Place(9, "proof"),
                    new Place(10, "press"),
                    new Place(10, "wordpress"),
                    new Place(10, "archive"),
                    new Place(10, "syndication"),
                    new Place(10, "dossier"),
                    new Place(10, "catalogue"),
                    new Place(11, "desk"),
                    new Place(12, "sample"))
            .stream()
            .collect(toMap(Place::room, place -> place));

    private static final Pattern EMPTY_NAMES = Pattern.compile(
            "Abstract.*|.*(Service|Manager|Helper|Utils?|Handler|Processor|Impl|Dto|DTO|Entity|Facade)");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.tatabbu");

    @Test
    void roomsUseOnlyTheDoorsOfTheRoomsTheyDeclare() {
        var modules = ApplicationModules.of(Application.class);

        assertThat(modules.stream()
                        .map(module -> module.getIdentifier().toString())
                        .toList())
                .as("Spring Modulith must see every room: keep one flat package a room, directly below org.tatabbu.")
                .containsExactlyInAnyOrderElementsOf(
                        Rooms.all().stream().map(Rooms.Room::name).toList());
        modules.verify();
    }

    @Test
    void noRoomsUseEachOtherInACircle() {
        assertThat(CLASSES.size())
                .as("No classes were read: compile the main sources first.")
                .isGreaterThan(10);
        slices().matching("org.tatabbu.(*)..")
                .should()
                .beFreeOfCycles()
                .because("rooms call down and announce up: let the lower room publish an event, or declare an"
                        + " interface that the upper one implements")
                .check(CLASSES);
    }

    @Test
    void aRoomIsFlat() {
        for (var room : Rooms.all()) {
            assertThat(room.folder().toFile().listFiles(file -> file.isDirectory()))
                    .as("Room %s has packages inside: move their files up, or split the room by noun.", room.name())
                    .isEmpty();
        }
    }

    @Test
    void aRoomSaysInOneSentenceWhatItIs() {
        for (var room : Rooms.all()) {
            assertThat(Files.exists(room.folder().resolve("package-info.java")))
                    .as("Room %s has no package-info.java: write one, with its sentence.", room.name())
                    .isTrue();
            assertThat(room.sentence())
                    .as("Room %s: write one sentence, ending with a full stop, above @NullMarked.", room.name())
                    .matches("\\S[^.]{10,}\\.");
        }
    }

    @Test
    void aRoomIsNullMarkedAndDeclaresWhatItUses() {
        for (var room : Rooms.all()) {
            assertThat(room.declaration().isAnnotationPresent(NullMarked.class))
                    .as("Room %s: put @NullMarked on its package.", room.name())
                    .isTrue();
            var module = room.declaration().getAnnotation(ApplicationModule.class);
            assertThat(module)
                    .as("Room %s: put @ApplicationModule(allowedDependencies = …) on its package.", room.name())
                    .isNotNull();
            assertThat(module == null ? new String[0] : module.allowedDependencies())
                    .as("Room %s may use anything: name the rooms it uses in allowedDependencies.", room.name())
                    .doesNotContain(ApplicationModule.OPEN_TOKEN);
        }
    }

    @Test
    void aRoomUsesOnlyRoomsOnLowerFloors() {
        for (var room : Rooms.all()) {
            var place = HOUSE.get(room.name());
            assertThat(place)
                    .as("Room %s has no floor: give it one here and in ARCHITECTURE.md.", room.name())
                    .isNotNull();
            assertThat(room.uses())
                    .as(
                            "Room %s may use only lower floors: call down, announce up; or move it, here and in"
                                    + " ARCHITECTURE.md, with a page in docs/decisions.",
                            room.name())
                    .allMatch(used -> place != null && place.mayUse(used));
        }
    }

    @Test
    void aNameSaysWhatTheThingIs() {
        var names = CLASSES.stream().map(type -> type.getSimpleName()).toList();

        assertThat(names)
                .as("No classes were read: compile the main sources first.")
                .hasSizeGreaterThan(10);
        assertThat(names.stream().filter(name -> EMPTY_NAMES.matcher(name).matches()))
                .as("These names say what a class does for a framework: name the noun or the rule instead (STYLE.md).")
                .isEmpty();
    }

    /** Where a room stands, and which rooms of its own floor it may use. */
    private record Place(int floor, String room, Set<String> beside) {
        Place(int floor, String room) {
            this(floor, room, Set.of());
        }

        boolean mayUse(String other) {
            var there = HOUSE.get(other);
            return there != null && (there.floor < floor || beside.contains(other));
        }
    }
}
