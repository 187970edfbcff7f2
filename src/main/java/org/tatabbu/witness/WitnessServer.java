// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.tatabbu.transparency.VerifierKey;

/** A witness at an address. */
final class WitnessServer implements AutoCloseable {
    /** In octets: 63 hashes and a note of 16 large signatures are below this. */
    static final int LARGEST = 128 * 1024;

    /** Who sends its question slower than this is cut off; read by the JDK's server when its first one is made. */
    private static final int SECONDS = 20;

    private static final String TEXT = "text/plain; charset=utf-8";

    private final HttpServer server;
    private final Witness witness;
    private final VerifierKey key;
    private final InstantSource clock;
    private final Consumer<String> report;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    WitnessServer(
            InetSocketAddress address, Witness witness, VerifierKey key, InstantSource clock, Consumer<String> report)
            throws IOException {
        System.setProperty("sun.net.httpserver.maxReqTime", Integer.toString(SECONDS));
        System.setProperty("sun.net.httpserver.maxRspTime", Integer.toString(SECONDS));
        this.witness = witness;
        this.key = key;
        this.clock = clock;
        this.report = report;
        this.server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        var bound = server.getAddress();
        var host = bound.getAddress().isAnyLocalAddress() ? "localhost" : bound.getHostString();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bound.getPort() + "/");
    }

    VerifierKey key() {
        return key;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/add-checkpoint" -> add(exchange);
                case "/vkey" -> send(exchange, 200, TEXT, key + "\n");
                default -> send(exchange, 404, TEXT, "");
            }
        }
    }

    private void add(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            send(exchange, 405, TEXT, "");
            return;
        }
        var body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            send(exchange, 413, TEXT, "");
            return;
        }
        Instant now = clock.instant();
        var answer = witness.add(body, now);
        report.accept(now + " " + answer);
        switch (answer) {
            case Witness.Answer.Cosigned cosigned -> send(exchange, 200, TEXT, cosigned.line() + "\n");
            case Witness.Answer.Malformed malformed -> send(exchange, 400, TEXT, "");
            case Witness.Answer.NotSigned notSigned -> send(exchange, 403, TEXT, "");
            case Witness.Answer.UnknownLog unknown -> send(exchange, 404, TEXT, "");
            case Witness.Answer.Conflict conflict ->
                send(exchange, 409, "text/x.tlog.size", conflict.remembered() + "\n");
            case Witness.Answer.Inconsistent inconsistent -> send(exchange, 422, TEXT, "");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.close();
        witness.close();
    }
}
