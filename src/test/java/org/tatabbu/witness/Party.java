// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tatabbu.transparency.Ledger;
import org.tatabbu.transparency.Policy;
import org.tatabbu.transparency.SignedNote;
import org.tatabbu.transparency.SigningKey;
import org.tatabbu.transparency.VerifierKey;

/** A party that runs its own witness of a log. */
final class Party implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final VerifierKey key;
    final List<String> said = new ArrayList<>();
    private final Path folder;
    private final VerifierKey log;
    private WitnessServer server;

    private Party(Path folder, VerifierKey log, String name) throws IOException {
        this.folder = Files.createDirectories(folder.resolve(name));
        this.log = log;
        var file = this.folder.resolve("witness.key");
        if (!Files.exists(file)) {
            SigningKey.newWitness("witness.example/" + name).write(file);
        }
        this.key = SigningKey.read(file).verifier();
        this.server = started(0);
    }

    static Party of(Path folder, VerifierKey log, String name) throws IOException {
        return new Party(folder, log, name);
    }

    private WitnessServer started(int port) throws IOException {
        var secret = SigningKey.read(folder.resolve("witness.key"));
        return new WitnessServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                new Witness(secret, List.of(log), Memory.in(folder.resolve("state"))),
                key,
                () -> Ledger.NOON,
                said::add);
    }

    String address() {
        return server.address().toString();
    }

    void leaves() throws IOException {
        server.close();
    }

    /** Comes back at the address where it was. */
    void returns() throws IOException {
        server = started(server.address().getPort());
    }

    /** As the log's engineer asks by hand. */
    HttpResponse<String> asked(String body) throws IOException, InterruptedException {
        return asked("add-checkpoint", BodyPublishers.ofString(body));
    }

    HttpResponse<String> asked(String path, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(server.address().resolve(path))
                        .POST(body)
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** What it remembers of the log. */
    SignedNote remembers() throws IOException {
        try (var files = Files.list(folder.resolve("state"))) {
            return SignedNote.parse(
                    Files.readAllBytes(files.filter(file -> file.toString().endsWith(".checkpoint"))
                            .findFirst()
                            .orElseThrow()));
        }
    }

    /** A policy that asks for all of these. */
    static Policy all(VerifierKey log, Party... parties) {
        var text = new StringBuilder("log " + log + "\n");
        for (int i = 0; i < parties.length; i++) {
            text.append("witness %d %s %s\n".formatted(i, parties[i].key, parties[i].address()));
        }
        text.append("group g all");
        IntStream.range(0, parties.length).forEach(i -> text.append(" ").append(i));
        return Policy.parse(text.append("\nquorum g\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
