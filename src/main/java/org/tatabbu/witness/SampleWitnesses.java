// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.tatabbu.transparency.Hash;
import org.tatabbu.transparency.Policy;
import org.tatabbu.transparency.SigningKey;
import org.tatabbu.transparency.VerifierKey;

/**
 * Two witnesses for the sample, in the process of the log itself. They speak the protocol and remember what they saw, and
 * prove nothing: who runs the log runs them. Their names say so.
 */
@Component
@ConditionalOnProperty(name = "tatabbu.sample", havingValue = "true")
class SampleWitnesses implements Policy.Elsewhere, DisposableBean {
    private static final List<String> NAMES = List.of("sample/witness-1", "sample/witness-2");

    private final Path folder;
    private final List<WitnessServer> servers = new ArrayList<>();

    SampleWitnesses(@Value("${tatabbu.data:var}") Path data) {
        this.folder = data.resolve("sample-witnesses");
    }

    /** Starts them for this log; the policy asks for both. */
    @Override
    public Policy of(VerifierKey log) {
        var policy = new StringBuilder("log " + log + "\n");
        try {
            for (var name : NAMES) {
                var server = started(name, log);
                servers.add(server);
                policy.append("witness %s %s %s\n".formatted(name, server.key(), server.address()));
            }
        } catch (IOException failure) {
            destroy();
            throw new UncheckedIOException(failure);
        }
        policy.append("group sample all ").append(String.join(" ", NAMES)).append("\nquorum sample\n");
        return Policy.parse(policy.toString().getBytes(StandardCharsets.UTF_8));
    }

    private WitnessServer started(String name, VerifierKey log) throws IOException {
        // One memory for each log: a new one has other entries at the same address.
        var own = folder.resolve(Hash.named(log.toString())).resolve(name.substring(name.indexOf('/') + 1));
        Files.createDirectories(own);
        var file = own.resolve("witness.key");
        if (!Files.exists(file)) {
            SigningKey.newWitness(name).write(file);
        }
        var key = SigningKey.read(file);
        LoggerFactory.getLogger(SampleWitnesses.class)
                .warn(WitnessWords.ofTheMachine().sampleWitness(name));
        return new WitnessServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new Witness(key, List.of(log), Memory.in(own)),
                key.verifier(),
                InstantSource.system(),
                line -> {});
    }

    @Override
    public void destroy() {
        for (var server : servers) {
            try {
                server.close();
            } catch (IOException failure) {
                LoggerFactory.getLogger(SampleWitnesses.class).debug("A witness of the sample did not stop.", failure);
            }
        }
    }
}
