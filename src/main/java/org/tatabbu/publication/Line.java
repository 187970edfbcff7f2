// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Where comments stand that came at the same moment. Whoever finds it full, or stands too long, is asked to come back. */
@Component
class Line {
    private static final int LONGEST = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SOON = "10";

    /** Those that came and are not answered: more would fill the memory. */
    private final Semaphore places = new Semaphore(LONGEST);

    /** Those of them that ask the database, which keeps a connection or two for everybody else. */
    private final Semaphore turns;

    Line(@Value("${tatabbu.database.connections:10}") int connections) {
        turns = new Semaphore(Math.max(1, connections - 2));
    }

    /** The answer; nothing where the response has already said when to come back. */
    @Nullable
    ResponseEntity<byte[]> stand(Supplier<ResponseEntity<byte[]>> turn, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (places.tryAcquire()) {
            try {
                if (turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    try {
                        return turn.get();
                    } finally {
                        turns.release();
                    }
                }
            } finally {
                places.release();
            }
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        return null;
    }
}
