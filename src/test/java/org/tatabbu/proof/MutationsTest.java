// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every byte of the archive changed, and every byte of each file in three ways. */
class MutationsTest {
    private static final Story STORY = new Story();
    private static final Map<String, byte[]> FILES = files();

    private static Map<String, byte[]> files() {
        STORY.order.add("end 0");
        return STORY.files();
    }

    /** One bit, another value, or gone. */
    static List<byte[]> mutations(byte[] bytes, int at) {
        var flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << at % 8);
        var other = bytes.clone();
        other[at] = (byte) (bytes[at] == 0 ? 0xff : 0);
        var gone = new byte[bytes.length - 1];
        System.arraycopy(bytes, 0, gone, 0, at);
        System.arraycopy(bytes, at + 1, gone, at, gone.length - at);
        return List.of(flipped, other, gone);
    }

    @Test
    void noByteOfTheArchiveCanBeChanged() {
        var bundle = Scribe.zip(FILES);
        assertThat(Verifier.ask(bundle).code()).isEqualTo("holds");
        var cases = new AtomicInteger();

        var accepted = IntStream.range(0, bundle.length)
                .parallel()
                .filter(at -> {
                    cases.incrementAndGet();
                    return Verifier.ask(mutations(bundle, at).get(at % 3)).holds();
                })
                .toArray();

        assertThat(cases).hasValueGreaterThan(10_000);
        assertThat(accepted).isEmpty();
    }

    @Test
    void noByteOfAFileCanBeChangedButThoseThatNothingSigns() {
        var cases = new AtomicInteger();
        var accepted = ConcurrentHashMap.<String>newKeySet();
        FILES.forEach((name, bytes) -> IntStream.range(0, bytes.length)
                .parallel()
                .forEach(at -> {
                    for (var mutated : ways(name, bytes, at)) {
                        cases.incrementAndGet();
                        var files = new LinkedHashMap<>(FILES);
                        files.put(name, mutated);
                        if (Verifier.ask(Scribe.zip(files)).holds()) {
                            accepted.add(name.endsWith(".tlog-proof") ? line(bytes, at) : name);
                        }
                    }
                }));

        assertThat(cases).hasValueGreaterThan(20_000);
        assertThat(new TreeSet<>(accepted))
                .as("Only the ways to the reader, and the proof's extra line")
                .isEqualTo(new TreeSet<>(
                        Set.of("READ-ME.ar.txt", "READ-ME.en.txt", "READ-ME.fr.txt", "extra " + STORY.extra)));
    }

    /** What nothing signs is judged to the end each time, and each time alike: there one way is tried at each byte. */
    private static List<byte[]> ways(String name, byte[] bytes, int at) {
        var all = mutations(bytes, at);
        return name.startsWith("READ-ME") ? List.of(all.get(at % 3)) : all;
    }

    private static String line(byte[] proof, int at) {
        var text = new String(proof, UTF_8);
        return text.substring(text.lastIndexOf('\n', at - 1) + 1, text.indexOf('\n', at));
    }
}
