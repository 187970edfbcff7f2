// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tatabbu.language.Language;

/** The command {@code key}, for the machine of a party or of a head: it needs no server, and asks none. */
public final class KeyCommand {
    /** A passphrase is tried where nobody counts the trials. */
    private static final int SHORTEST_PASSPHRASE = 12;

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int CALLED_WRONGLY = 2;

    private final Terminal terminal;
    private final Plainly plainly;
    private final StatementWords words;
    private final Instant now;

    KeyCommand(Terminal terminal, Language language, Instant now) {
        this.terminal = terminal;
        this.plainly = new Plainly(language);
        this.words = StatementWords.in(language);
        this.now = Statement.seconds(now);
    }

    /** The exit status of {@code key new|show|party|sign …}, its first argument being {@code key}. */
    public static int run(String[] arguments) {
        var given = new ArrayList<>(Arrays.asList(arguments).subList(1, arguments.length));
        var language = Language.of(Locale.getDefault(Locale.Category.DISPLAY).getLanguage())
                .orElse(Language.EN);
        int wished = given.indexOf("--lang");
        if (wished >= 0 && wished + 1 < given.size()) {
            language = Language.of(given.get(wished + 1)).orElse(language);
            given.subList(wished, wished + 2).clear();
        }
        return new KeyCommand(
                        Terminal.ofThisProcess(), language, Clock.systemUTC().instant())
                .run(given);
    }

    int run(List<String> arguments) {
        var options = arguments.stream().filter(word -> word.startsWith("--")).toList();
        var files = arguments.stream().filter(word -> !word.startsWith("--")).toList();
        var verb = files.isEmpty() ? "" : files.getFirst();
        boolean known = switch (verb) {
            case "new" -> files.size() == 2 && List.of("--no-passphrase").containsAll(options);
            case "show" -> files.size() == 2 && options.isEmpty();
            case "party", "sign" ->
                (files.size() == 3 || files.size() == 4) && List.of("--yes").containsAll(options);
            default -> false;
        };
        if (!known) {
            usage();
            return CALLED_WRONGLY;
        }
        try {
            var key = Path.of(files.get(1));
            return switch (verb) {
                case "new" -> make(key, options.isEmpty());
                case "show" -> show(key);
                default -> sign(verb.equals("party"), files, !options.isEmpty());
            };
        } catch (FileAlreadyExistsException e) {
            return refuse(words.exists(String.valueOf(e.getMessage())));
        } catch (NoSuchFileException e) {
            return refuse(words.absent(String.valueOf(e.getMessage())));
        } catch (IOException | InvalidPathException e) {
            return refuse(words.failed(e.toString()));
        }
    }

    private void usage() {
        terminal.warn(words.usage());
        usage("key new FILE [--no-passphrase]", words.usageNew());
        usage("key show FILE", words.usageShow());
        usage("key party FILE REQUEST.json [SIGNED.json] [--yes]", words.usageParty());
        usage("key sign FILE STATEMENT.json [SIGNED.json] [--yes]", words.usageSign());
        usage("--lang ar|fr|en", words.usageLanguage());
    }

    private void usage(String form, String what) {
        terminal.warn("  " + form);
        terminal.warn("    " + what);
    }

    private int make(Path path, boolean sealed) throws IOException {
        if (Files.exists(path)) {
            return refuse(words.exists(path.toString()));
        }
        var passphrase = new char[0];
        if (sealed) {
            passphrase = terminal.secret(words.askNewPassphrase(SHORTEST_PASSPHRASE));
            if (passphrase.length < SHORTEST_PASSPHRASE) {
                return refuse(words.passphraseShort(SHORTEST_PASSPHRASE));
            }
            if (!Arrays.equals(passphrase, terminal.secret(words.askAgain()))) {
                return refuse(words.passphrasesDiffer());
            }
        }
        var key = OwnKey.make();
        KeyFile.write(path, key, passphrase);
        terminal.say(words.made(path.toString()));
        terminal.say(sealed ? words.keepIt() : words.open());
        plainly.fingerprint(key.key()).forEach(terminal::say);
        return DONE;
    }

    private int show(Path path) throws IOException {
        try {
            plainly.fingerprint(KeyFile.shown(path)).forEach(terminal::say);
            return DONE;
        } catch (Unreadable e) {
            return refuse(words.unreadableKey(path.toString(), said(e)));
        }
    }

    private int sign(boolean party, List<String> files, boolean sure) throws IOException {
        var path = Path.of(files.get(1));
        var input = Path.of(files.get(2));
        var output = files.size() == 4
                ? Path.of(files.get(3))
                : Path.of(files.get(2).replaceFirst("\\.json$", "") + ".signed.json");
        if (Files.exists(output)) {
            return refuse(words.exists(output.toString()));
        }
        Statement statement;
        try {
            var bytes = Files.readAllBytes(input);
            statement = party ? party(bytes, KeyFile.shown(path)) : statement(bytes);
        } catch (Unreadable e) {
            return refuse(
                    party
                            ? words.unreadableRequest(input.toString())
                            : words.unreadableStatement(input.toString(), said(e)));
        }
        terminal.say(words.aboutToSign());
        plainly.lines(statement).forEach(line -> terminal.say("  " + line));
        if (!sure && !terminal.ask(words.sure(words.yes())).equalsIgnoreCase(words.yes())) {
            return refuse(words.notSigned());
        }
        OwnKey key;
        try {
            key = KeyFile.read(path, () -> terminal.secret(words.askPassphrase()));
        } catch (KeyFile.Locked e) {
            return refuse(words.passphraseWrong());
        } catch (Unreadable e) {
            return refuse(words.unreadableKey(path.toString(), said(e)));
        }
        Files.write(output, key.sign(statement).bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        terminal.say(words.signedWith() + ": " + Fingerprint.of(key.key()).code());
        terminal.say(words.signed(output.toString()));
        return DONE;
    }

    /** The statement of a file: itself, or the one inside an envelope, which another key signs too. */
    private static Statement statement(byte[] bytes) {
        return CanonicalJson.read(bytes).containsKey("payload")
                ? Envelope.read(bytes).statement()
                : Statement.read(bytes);
    }

    private Statement party(byte[] request, FileKey key) {
        var members = Members.of(CanonicalJson.read(request));
        var party = members.id("party");
        var names = members.texts("names");
        members.end();
        try {
            return new PartyStatement(party, names, key, now);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private int refuse(String why) {
        terminal.warn(why);
        return REFUSED;
    }

    private static String said(Unreadable why) {
        return String.valueOf(why.getMessage());
    }
}
