// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks witnesses for their cosignatures, as c2sp.org/tlog-witness says; their addresses come from the policy alone. */
final class Witnesses implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** In octets; an answer has a few lines. */
    private static final int LONGEST_ANSWER = 64 * 1024;

    /** Made when somebody is asked: a start without witnesses need not wait for it. */
    private @Nullable HttpClient client;

    sealed interface Answer {
        /** The same, as others hear of it. */
        default Log.Said said() {
            return switch (this) {
                case Cosigned cosigned -> Log.Said.COSIGNED;
                case Remembers remembers -> Log.Said.REMEMBERS_MORE;
                case OtherHistory other -> Log.Said.OTHER_HISTORY;
                case NotKnown notKnown -> Log.Said.NOT_KNOWN;
                case Silent silent -> Log.Said.SILENT;
            };
        }

        record Cosigned(SignedNote.Signed signature) implements Answer {}

        /** Its last checkpoint of ours has that size, and not the one we supposed. */
        record Remembers(long size) implements Answer {}

        /** It has another root at the size we named, or our proof does not lead from its root to ours. */
        record OtherHistory() implements Answer {}

        /** It does not know the log or the key, or finds the question malformed. */
        record NotKnown(int status) implements Answer {}

        record Silent(String reason) implements Answer {}
    }

    /**
     * @param old the size of the witness's last checkpoint of ours
     * @param proof that the tree of that size is the beginning of the checkpoint's
     */
    Answer ask(Policy.Witness witness, URI address, SignedNote note, long old, List<Hash> proof)
            throws InterruptedException {
        var body = new StringBuilder("old ").append(old).append('\n');
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        body.append('\n').append(note);
        var prefix = address.toString();
        var request = HttpRequest.newBuilder(
                        URI.create((prefix.endsWith("/") ? prefix : prefix + "/") + "add-checkpoint"))
                .timeout(ANSWER)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        try {
            var response = client().send(request, BodyHandlers.ofInputStream());
            String text;
            try (var in = response.body()) {
                text = new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
            }
            return understood(witness, note, old, response, text);
        } catch (IOException unreachable) {
            return new Answer.Silent(unreachable.getClass().getSimpleName());
        }
    }

    private static Answer understood(
            Policy.Witness witness, SignedNote note, long old, HttpResponse<?> response, String text) {
        return switch (response.statusCode()) {
            case 200 -> cosignature(witness, note, text);
            case 409 -> remembered(note, old, text);
            case 422 -> new Answer.OtherHistory();
            case 400, 403, 404 -> new Answer.NotKnown(response.statusCode());
            default -> new Answer.Silent("HTTP " + response.statusCode());
        };
    }

    private static Answer cosignature(Policy.Witness witness, SignedNote note, String lines) {
        try {
            return SignedNote.lines(lines).stream()
                    .filter(signed -> Cosignature.on(new SignedNote(note.text(), List.of(signed)), witness.key())
                            .isPresent())
                    .findFirst()
                    .<Answer>map(Answer.Cosigned::new)
                    .orElseGet(() -> new Answer.NotKnown(200));
        } catch (IllegalArgumentException notSignatures) {
            return new Answer.NotKnown(200);
        }
    }

    private static Answer remembered(SignedNote note, long old, String size) {
        try {
            long remembered = Checkpoint.number(size.strip());
            boolean sameSize =
                    remembered == old && remembered == Checkpoint.of(note).size();
            return sameSize ? new Answer.OtherHistory() : new Answer.Remembers(remembered);
        } catch (IllegalArgumentException noSize) {
            return new Answer.OtherHistory();
        }
    }

    private synchronized HttpClient client() {
        var made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
            client = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
