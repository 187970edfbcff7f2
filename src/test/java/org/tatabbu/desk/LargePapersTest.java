// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tatabbu.database.Program;
import org.tatabbu.documents.ContentDigest;
import org.tatabbu.documents.Documents;
import org.tatabbu.language.Language;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.ObjectServer;
import org.tatabbu.testing.TestDatabase;

/** The program in a small heap, with the largest papers and more of them at once than it could hold. */
class LargePapersTest {
    private static final String PAPERS = "/en/work/committees/river-salsabil/papers";
    private static final int LARGEST = (int) Documents.LARGEST;

    /** Together more than the heap. */
    private static final int AT_ONCE = 4;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        var content = new byte[LARGEST];
        new Random(50).nextBytes(content);
        file = Files.write(folder.resolve("large.bin"), content);
    }

    @Test
    void theLargestPapersGoThroughASmallHeapAndPostgres() throws Exception {
        comeAndGo(Map.of());
    }

    @Test
    void theLargestPapersGoThroughASmallHeapAndAStoreOfObjects() throws Exception {
        try (var server = new ObjectServer(folder.resolve("objects"))) {
            comeAndGo(server.settings());
            assertThat(server.objects()).as("with the three of the sample").hasSize(AT_ONCE + 3);
        }
    }

    private void comeAndGo(Map<String, String> settings) throws Exception {
        var arguments = new ArrayList<>(List.of(
                "--tatabbu.sample=true",
                "--tatabbu.data=" + folder.resolve("data"),
                "--tatabbu.database.url=" + TestDatabase.fresh().url(),
                "--tatabbu.database.owner.user=" + TestDatabase.OWNER));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        try (var program = Program.started(folder, "en", List.of("-Xmx256m"), arguments.toArray(String[]::new))) {
            var huda = new Browser(program.port());
            var email = "huda@wadi-nour.example";
            huda.signIn(email, Browser.password(folder.resolve("data"), email));
            var pages = atOnce(n -> brought(huda, n));
            assertThat(atOnce(n -> fetched(huda, pages.get(n)))).isEqualTo(digests());
            anInterruptedDownloadGoesOn(huda, pages.getFirst());
            whatIsTooLargeComesBackAsItsForm(huda, LARGEST + 1);
            whatIsTooLargeComesBackAsItsForm(huda, LARGEST + LARGEST / 5);
            assertThat(program.process().isAlive()).isTrue();
            assertThat(program.errors()).isEmptyFile();
            assertThat(program.output()).content().doesNotContain("Exception", "\tat ");
        }
    }

    private static <T> List<T> atOnce(Nth<T> work) throws Exception {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = IntStream.range(0, AT_ONCE)
                    .mapToObj(n -> all.submit((Callable<T>) () -> work.of(n)))
                    .toList();
            var done = new ArrayList<T>();
            for (var one : begun) {
                done.add(one.get());
            }
            return done;
        }
    }

    private interface Nth<T> {
        T of(int number) throws Exception;
    }

    /** Each paper begins with its number, so that no two are equal. */
    private InputStream content(int number, int size) throws IOException {
        var rest = Files.newInputStream(file);
        rest.skipNBytes(Math.max(0, LARGEST - size + 1));
        var start = new byte[Math.max(1, size - LARGEST)];
        start[0] = (byte) number;
        return new SequenceInputStream(new ByteArrayInputStream(start), rest);
    }

    private List<String> digests() throws IOException {
        var all = new ArrayList<String>();
        for (int n = 0; n < AT_ONCE; n++) {
            all.add(ContentDigest.of(content(n, LARGEST)).hex());
        }
        return all;
    }

    private HttpResponse<String> sent(Browser huda, int number, int size) {
        var fields = new StringBuilder();
        Map.of(
                        "_csrf",
                                Objects.requireNonNull(huda.page(PAPERS).selectFirst("input[name=_csrf]"))
                                        .val(),
                        "topic", "meeting:2",
                        "kind", "NOTE_VERBALE",
                        "symbol", "",
                        "title_ar", "ورقة كبيرة",
                        "distribution", "JOINT")
                .forEach((name, value) -> fields.append("--limit\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        fields.append("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.bin\"\r\n\r\n");
        var head = fields.toString().getBytes(StandardCharsets.UTF_8);
        var tail = "\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8);
        var body = BodyPublishers.fromPublisher(
                BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofInputStream(() -> opened(number, size)),
                        BodyPublishers.ofByteArray(tail)),
                head.length + (long) size + tail.length);
        return huda.send("POST", PAPERS, body, "Content-Type", "multipart/form-data; boundary=limit");
    }

    private InputStream opened(int number, int size) {
        try {
            return content(number, size);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private String brought(Browser huda, int number) {
        var answer = sent(huda, number, LARGEST);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return Browser.header(answer, "Location") + "/revisions/1/content";
    }

    private static String fetched(Browser huda, String path) throws IOException {
        var answer = huda.ask(path, BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(LARGEST);
        return ContentDigest.of(answer.body()).hex();
    }

    private void anInterruptedDownloadGoesOn(Browser huda, String path) throws IOException {
        var begun = huda.ask(path, BodyHandlers.ofInputStream());
        byte[] start;
        try (var line = begun.body()) {
            start = line.readNBytes(3_000_001);
        }
        var rest = huda.ask(
                path,
                BodyHandlers.ofInputStream(),
                "Range",
                "bytes=" + start.length + "-",
                "If-Range",
                begun.headers().firstValue("ETag").orElseThrow());
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(ContentDigest.of(new SequenceInputStream(new ByteArrayInputStream(start), rest.body()))
                        .hex())
                .isEqualTo(digests().getFirst());
    }

    private void whatIsTooLargeComesBackAsItsForm(Browser huda, int size) {
        var answer = sent(huda, 0, size);
        assertThat(answer.statusCode()).isEqualTo(413);
        var page = Browser.page(answer);
        assertThat(page.select("#file-error").text())
                .isEqualTo(PaperWords.in(Language.EN).paperFileTooLarge())
                .contains("50 MB");
        assertThat(page.select("#title_ar").val()).isEqualTo("ورقة كبيرة");
        assertThat(page.select("#topic option[selected]").val()).isEqualTo("meeting:2");
        assertThat(page.select("#kind option[selected]").val()).isEqualTo("NOTE_VERBALE");
        assertThat(page.select("#distribution option[selected]").val()).isEqualTo("JOINT");
    }
}
