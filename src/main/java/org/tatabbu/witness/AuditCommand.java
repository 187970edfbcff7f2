// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tatabbu.transparency.Policy;
import org.tatabbu.transparency.SignedNote;

/** The command {@code audit}: reads a whole log, and says what holds or what does not. */
public final class AuditCommand {
    private static final int HOLDS = 0;
    private static final int DOES_NOT_HOLD = 1;
    private static final int CALLED_WRONGLY = 2;

    private static final String CALL = "audit --log ADDRESS-OR-FOLDER --policy FILE [--checkpoint FILE]";

    private final Console console;
    private final WitnessWords words;

    AuditCommand(Console console, WitnessWords words) {
        this.console = console;
        this.words = words;
    }

    /** The exit status of {@code audit …}, its first argument being {@code audit}. */
    public static int run(String[] arguments) {
        return new AuditCommand(Console.ofThisProcess(), WitnessWords.ofTheMachine())
                .run(Arrays.asList(arguments).subList(1, arguments.length));
    }

    int run(List<String> arguments) {
        var options = Options.read(arguments, Set.of("--log", "--policy", "--checkpoint"), "")
                .filter(given -> given.has("--log", "--policy"));
        if (options.isEmpty()) {
            console.err().println(words.howToAudit(CALL, "--checkpoint"));
            return CALLED_WRONGLY;
        }
        var policyFile = options.get().one("--policy").orElseThrow();
        var keptFile = options.get().one("--checkpoint");
        Policy policy;
        Optional<SignedNote> kept;
        try {
            policy = Policy.parse(Files.readAllBytes(Path.of(policyFile)));
        } catch (IOException | IllegalArgumentException failure) {
            return notReadable(policyFile, failure);
        }
        try {
            kept = kept(keptFile);
        } catch (IOException | IllegalArgumentException failure) {
            return notReadable(keptFile.orElse(""), failure);
        }
        return audit(options.get().one("--log").orElseThrow(), policy, kept, keptFile);
    }

    private int audit(String address, Policy policy, Optional<SignedNote> kept, Optional<String> keptFile) {
        Finding finding;
        SignedNote note;
        try (var log = LogSource.at(address)) {
            note = SignedNote.parse(log.read("checkpoint"));
            finding = new Auditor(policy).audit(log, note, kept);
        } catch (IOException | IllegalArgumentException failure) {
            console.out().println(new Finding.Unreadable(reason(failure)).says(words));
            return DOES_NOT_HOLD;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return DOES_NOT_HOLD;
        }
        console.out().println(finding.says(words));
        if (finding.holds() && keptFile.isPresent()) {
            try {
                keep(note, Path.of(keptFile.get()));
            } catch (IOException failure) {
                return notReadable(keptFile.get(), failure);
            }
        }
        return finding.holds() ? HOLDS : DOES_NOT_HOLD;
    }

    private static Optional<SignedNote> kept(Optional<String> file) throws IOException {
        if (file.isEmpty() || !Files.exists(Path.of(file.get()))) {
            return Optional.empty();
        }
        return Optional.of(SignedNote.parse(Files.readAllBytes(Path.of(file.get()))));
    }

    private static void keep(SignedNote note, Path file) throws IOException {
        var aside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(aside, note.bytes());
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private int notReadable(String file, Exception failure) {
        console.err().println(words.notReadable(file, failure instanceof InvalidPathException ? "" : reason(failure)));
        return DOES_NOT_HOLD;
    }

    private static String reason(Exception failure) {
        return String.valueOf(failure.getMessage());
    }
}
