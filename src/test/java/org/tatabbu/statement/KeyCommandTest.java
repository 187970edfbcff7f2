// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tatabbu.Application;
import org.tatabbu.language.Language;

/** The command as people run it: a process of its own, with their answers on its input. */
class KeyCommandTest {
    private static final String PASSPHRASE = "جسر على نهر السلسبيل";
    private static final Path PAPER = Path.of("docs", "keys.md");
    private static final Pattern COMMAND = Pattern.compile("java -jar tatabbu\\.jar key ([^`\\n]+)");
    private static final StatementWords EN = StatementWords.in(Language.EN);

    @TempDir
    Path folder;

    private record Answer(int status, String out, String err) {}

    private Answer key(List<String> arguments, String... lines) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=en",
                "-cp",
                classPath(),
                Application.class.getName(),
                "key"));
        command.addAll(arguments);
        var out = folder.resolve("out.txt");
        var err = folder.resolve("err.txt");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try (var in = process.outputWriter(UTF_8)) {
            in.write(String.join("\n", lines) + "\n");
        } catch (IOException gone) {
            assertThat(process.isAlive()).isFalse();
        }
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** The command runs in a folder of its own, so nothing may be named from this one. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Fingerprint print(Path key) throws IOException {
        return Fingerprint.of(KeyFile.shown(key));
    }

    private static byte[] request() {
        return CanonicalJson.bytes(Map.of(
                "party", Said.PARTY.toString(), "names", Map.of("ar", "سلسبيل", "fr", "Salsabil", "en", "Salsabil")));
    }

    private Path statement(Statement statement) throws IOException {
        return Files.write(folder.resolve("statement.json"), statement.bytes());
    }

    @Test
    void aNewKeyIsSealedForItsOwnerAndShownInWordsOfEveryLanguage() throws Exception {
        var made = key(List.of("new", "authority.pem"), PASSPHRASE, PASSPHRASE);

        var file = folder.resolve("authority.pem");
        assertThat(made.status()).as(made.err()).isZero();
        assertThat(Files.readString(file))
                .startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n")
                .contains("-----BEGIN PUBLIC KEY-----\n");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(made.out()).contains(print(file).code());
        for (var language : Language.ALL) {
            assertThat(made.out()).contains(print(file).words(language));
        }
        assertThat(key(List.of("show", "authority.pem")).out())
                .contains(print(file).code(), KeyFile.shown(file).spki().base64());
    }

    @Test
    void aStatementIsShownInPlainWordsAndSignedOnceThePersonSaysYes() throws Exception {
        key(List.of("new", "authority.pem"), PASSPHRASE, PASSPHRASE);
        var mandate = Said.mandate(OwnKey.make().key());
        statement(mandate);

        var no = key(List.of("sign", "authority.pem", "statement.json"), "no");
        assertThat(no.status()).isEqualTo(1);
        assertThat(no.err()).contains(EN.notSigned());
        assertThat(folder.resolve("statement.signed.json")).doesNotExist();

        var wrong = key(List.of("sign", "authority.pem", "statement.json"), "yes", "another passphrase");
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err()).contains(EN.passphraseWrong());

        var yes = key(List.of("sign", "authority.pem", "statement.json"), "yes", PASSPHRASE);
        assertThat(yes.status()).as(yes.err()).isZero();
        assertThat(yes.out())
                .contains(EN.isMandate(), "Layla Nahri", "ليلى النهري", "2026")
                .contains(Fingerprint.of(mandate.key()).code())
                .contains(Digest.of(mandate.bytes()).grouped());
        var envelope = Envelope.read(Files.readAllBytes(folder.resolve("statement.signed.json")));
        assertThat(envelope.statement()).isEqualTo(mandate);
        assertThat(envelope.under(KeyFile.shown(folder.resolve("authority.pem"))))
                .isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void aPartySignsItsRequestWithTheNewKeyAndTheOldKeySignsTheSameStatement() throws Exception {
        key(List.of("new", "old.pem", "--no-passphrase"));
        key(List.of("new", "new.pem", "--no-passphrase"));
        Files.write(folder.resolve("party-request.json"), request());

        assertThat(key(List.of("party", "new.pem", "party-request.json", "--yes"))
                        .status())
                .isZero();
        assertThat(key(List.of("sign", "old.pem", "party-request.signed.json", "handover.json", "--yes"))
                        .status())
                .isZero();

        var own = Envelope.read(Files.readAllBytes(folder.resolve("party-request.signed.json")));
        var handover = Envelope.read(Files.readAllBytes(folder.resolve("handover.json")));
        assertThat(((PartyStatement) own.statement()).key()).isEqualTo(KeyFile.shown(folder.resolve("new.pem")));
        assertThat(own.under(KeyFile.shown(folder.resolve("new.pem")))).isInstanceOf(Verdict.Holds.class);
        assertThat(handover.payload()).isEqualTo(own.payload());
        assertThat(handover.under(KeyFile.shown(folder.resolve("old.pem")))).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void nothingThatIsThereIsOverwritten() throws Exception {
        key(List.of("new", "one.pem", "--no-passphrase"));
        var before = Files.readString(folder.resolve("one.pem"));

        var again = key(List.of("new", "one.pem", "--no-passphrase"));

        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains(EN.exists("one.pem"));
        assertThat(Files.readString(folder.resolve("one.pem"))).isEqualTo(before);
        assertThatThrownBy(() -> KeyFile.write(folder.resolve("one.pem"), OwnKey.make(), new char[0]))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatCannotBeSignedIsRefusedWithAWordAboutWhatToDo() throws Exception {
        key(List.of("new", "one.pem", "--no-passphrase"));
        Files.writeString(folder.resolve("statement.json"), "{ }");

        assertThat(key(List.of("sign", "one.pem", "statement.json", "--yes")).err())
                .contains("statement.json");
        assertThat(key(List.of("sign", "one.pem", "absent.json", "--yes")).err())
                .contains(EN.absent("absent.json"));
        assertThat(key(List.of("show", "statement.json")).status()).isEqualTo(1);
        assertThat(key(List.of("new", "two.pem"), "short", "short").err()).contains(EN.passphraseShort(12));
        assertThat(key(List.of("new", "two.pem"), PASSPHRASE, PASSPHRASE + "!").err())
                .contains(EN.passphrasesDiffer());
        assertThat(folder.resolve("two.pem")).doesNotExist();
    }

    @Test
    void calledWronglyItSaysHowToCallItInTheLanguageAskedFor() throws Exception {
        var wrong = key(List.of("--lang", "ar", "forge"));
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains(StatementWords.in(Language.AR).usageSign());
        assertThat(key(List.of()).status()).isEqualTo(2);
    }

    @Test
    void aKeyFileWhoseHalvesDisagreeIsRefused() throws Exception {
        var one = folder.resolve("one.pem");
        var other = folder.resolve("other.pem");
        KeyFile.write(one, OwnKey.make(), new char[0]);
        KeyFile.write(other, OwnKey.make(), new char[0]);
        var crossed = Files.readString(one).split("-----BEGIN PUBLIC", 2)[0] + "-----BEGIN PUBLIC"
                + Files.readString(other).split("-----BEGIN PUBLIC", 2)[1];
        Files.writeString(folder.resolve("crossed.pem"), crossed);

        assertThatThrownBy(() -> KeyFile.read(folder.resolve("crossed.pem"), () -> new char[0]))
                .isInstanceOf(Unreadable.class);
        assertThat(KeyFile.read(one, () -> new char[0]).key()).isEqualTo(KeyFile.shown(one));
    }

    /** In the order of the paper: a key, the party's word with it, a mandate, and the word to the key that comes after it. */
    @Test
    void eachCommandOfThePaperIsDone() throws Exception {
        var commands = COMMAND.matcher(Files.readString(PAPER))
                .results()
                .map(found -> found.group(1).strip().replace("mandate-….json", "mandate-1.json"))
                .toList();
        assertThat(commands)
                .containsExactly(
                        "new authority.pem",
                        "party authority.pem party-request.json",
                        "sign authority.pem mandate-1.json",
                        "sign authority.pem party-request.signed.json handover.json");
        Files.write(folder.resolve("party-request.json"), request());
        Files.write(
                folder.resolve("mandate-1.json"),
                Said.mandate(OwnKey.make().key()).bytes());

        for (var command : commands) {
            var asks = command.startsWith("new") ? PASSPHRASE : "yes";
            var answer = key(List.of(command.split(" ", -1)), asks, PASSPHRASE);
            assertThat(answer.status()).as(command + answer.err()).isZero();
        }
        assertThat(folder.resolve("handover.json")).exists();
        assertThat(folder.resolve("mandate-1.signed.json")).exists();
    }

    /** What is shown there for a machine without this program. */
    @Test
    void theFingerprintOfThePaperIsTheKeysName() throws Exception {
        assertThat(Files.readString(PAPER))
                .contains("    openssl pkey -in authority.pem -pubout -outform DER | sha256sum\n");
        key(List.of("new", "authority.pem", "--no-passphrase"));
        var file = folder.resolve("authority.pem");
        var spki = KeyFile.shown(file).spki().bytes();
        assertThat(Digest.of(spki)).isEqualTo(KeyFile.shown(file).id());

        var openssl = Path.of("/usr/bin/openssl");
        if (Files.isExecutable(openssl)) {
            var other = new ProcessBuilder(
                            openssl.toString(), "pkey", "-in", file.toString(), "-pubout", "-outform", "DER")
                    .start();
            assertThat(other.getInputStream().readAllBytes()).isEqualTo(spki);
        }
    }
}
