// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The log's key, policy and rounds, from the settings. */
@Configuration(proxyBeanMethods = false)
class LogBeans {
    private static final Logger LOG = LoggerFactory.getLogger(LogBeans.class);
    private static final String ORIGIN = "tatabbu.log.origin";
    private static final String AT_HOME = "localhost/log";

    /** Where the log's key is kept; made at the first start, and never made anew. */
    record KeyFile(Path path) {}

    @Bean
    KeyFile logKeyFile(@Value("${tatabbu.log.key:}") String file, @Value("${tatabbu.data:var}") Path data) {
        return new KeyFile(file.isEmpty() ? data.resolve("keys").resolve("log.key") : Path.of(file));
    }

    @Bean
    SigningKey logKey(
            KeyFile file,
            @Value("${tatabbu.log.origin:}") String wanted,
            @Value("${tatabbu.public-url:}") String publicUrl)
            throws IOException {
        if (!Files.exists(file.path)) {
            made(file.path, wanted.isEmpty() ? origin(publicUrl) : wanted);
        }
        var key = SigningKey.read(file.path);
        if (key.verifier().cosigns()
                || !(wanted.isEmpty() || wanted.equals(key.verifier().name()))) {
            throw new IllegalStateException(TransparencyWords.inItsLanguage()
                    .otherName(file.path.toString(), key.verifier().name(), ORIGIN, wanted));
        }
        return key;
    }

    private static void made(Path file, String origin) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.exists(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        try {
            SigningKey.newLog(origin).write(file);
        } catch (FileAlreadyExistsException another) {
            LOG.debug("Another process made the key first: its key is the key.", another);
        }
    }

    /** The address of the log without its scheme, as c2sp.org/tlog-tiles asks for. */
    static String origin(String publicUrl) {
        return Optional.of(publicUrl)
                .filter(url -> !url.isEmpty())
                .map(url -> URI.create(url).getRawAuthority())
                .map(host -> host + "/log")
                .orElse(AT_HOME);
    }

    @Bean
    Policy logPolicy(
            @Value("${tatabbu.log.policy:}") String file,
            SigningKey key,
            LogStore store,
            ObjectProvider<Policy.Elsewhere> elsewhere)
            throws IOException {
        var policy = policy(file, key.verifier(), elsewhere.getIfAvailable(() -> Policy::unwitnessed));
        store.inForce(policy, Instant.now());
        return policy;
    }

    private static Policy policy(String file, VerifierKey key, Policy.Elsewhere otherwise) throws IOException {
        if (file.isEmpty()) {
            return otherwise.of(key);
        }
        var policy = Policy.parse(Files.readAllBytes(Path.of(file)));
        if (!policy.logs().contains(key)) {
            throw new IllegalStateException(TransparencyWords.inItsLanguage().policyWithoutUs(file, "log " + key));
        }
        return policy;
    }

    @Bean
    Witnesses witnesses() {
        return new Witnesses();
    }

    @Bean
    Sealing sealing(
            LogStore store,
            PlatformTransactionManager transactions,
            KeyFile file,
            SigningKey key,
            Policy policy,
            Witnesses witnesses,
            @Value("${tatabbu.log.scrub:24h}") Duration scrubEvery,
            ApplicationEventPublisher events) {
        var integrator = new Integrator(
                store,
                new TransactionTemplate(transactions),
                key,
                new HighWater(file.path),
                step -> LOG.debug("{}", step));
        return new Sealing(
                store,
                integrator,
                new Scrub(store, key.verifier()),
                witnesses,
                policy,
                scrubEvery,
                events::publishEvent,
                step -> LOG.debug("{}", step));
    }

    @Bean
    SealingRounds sealingRounds(Sealing sealing) {
        return new SealingRounds(sealing);
    }

    @Bean
    RouterFunction<ServerResponse> logPages(Log log, LogStore store) {
        return new LogPages(log, store).addresses();
    }

    @Bean
    HealthIndicator logHealth(Sealing sealing) {
        return () -> sealing.stopped()
                .map(refusal -> Health.down()
                        .withDetail("reason", refusal.reason())
                        .withDetail("since", refusal.at())
                        .build())
                .orElseGet(() -> Health.up().build());
    }
}
