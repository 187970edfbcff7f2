// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Contents as objects of one bucket, at any server that speaks S3. */
@Component
@ConditionalOnProperty("tatabbu.papers.s3.bucket")
final class S3Vault implements Vault, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(S3Vault.class);
    private static final String BINARY = "application/octet-stream";

    private final S3Client client;
    private final String bucket;

    S3Vault(
            @Value("${tatabbu.papers.s3.bucket}") String bucket,
            @Value("${tatabbu.papers.s3.endpoint:}") String endpoint,
            @Value("${tatabbu.papers.s3.region:us-east-1}") String region,
            @Value("${tatabbu.papers.s3.access-key}") String accessKey,
            @Value("${tatabbu.papers.s3.secret-key}") String secretKey) {
        this.bucket = bucket;
        var connections = UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(Duration.ofSeconds(30));
        var builder = S3Client.builder()
                .httpClientBuilder(connections)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                // Other servers do not know all that Amazon's own knows: no check that we did not ask for.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .overrideConfiguration(call -> call.apiCallTimeout(Duration.ofMinutes(3)));
        if (!endpoint.isBlank()) {
            builder.endpointOverride(URI.create(endpoint)).forcePathStyle(true);
        }
        this.client = builder.build();
    }

    /** The server compares what it took with the digest, and keeps nothing else under it. */
    @Override
    public void put(UUID object, ContentDigest digest, Upload content) {
        var sum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest.hex()));
        // Opened anew for each try, and by the signature before.
        var body = RequestBody.fromContentProvider(() -> opened(content), content.size(), BINARY);
        answered(() -> client.putObject(
                put -> put.bucket(bucket).key(key(object)).contentType(BINARY).checksumSHA256(sum), body));
    }

    @Override
    public void copy(UUID from, UUID to) {
        answered(() -> client.copyObject(copy -> copy.sourceBucket(bucket)
                .sourceKey(key(from))
                .destinationBucket(bucket)
                .destinationKey(key(to))));
    }

    @Override
    public InputStream read(UUID object, long first, long last) {
        return answered(() ->
                client.getObject(get -> get.bucket(bucket).key(key(object)).range("bytes=" + first + "-" + last)));
    }

    @Override
    public void delete(UUID object) {
        answered(() -> client.deleteObject(delete -> delete.bucket(bucket).key(key(object))));
    }

    private static String key(UUID object) {
        return "papers/" + object;
    }

    private static InputStream opened(Upload content) {
        try {
            return content.open();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException away) {
            LOG.warn(DocumentsWords.ofTheMachine().vaultAway(String.valueOf(away.getMessage()), "tatabbu.papers.s3.*"));
            throw new Away(away);
        }
    }

    @Override
    public void destroy() {
        client.close();
    }
}
