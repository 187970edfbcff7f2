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

    /** By those who keep new comments, those who are refused, and everybody else. */
    private static final int TAKEN = 4;

    private static final String SOON = "10";

    /** Those that came and are not answered: more would fill the memory. */
    private final Semaphore places = new Semaphore(LONGEST);

    /**
     * Those of them that ask the database for themselves: new comments are kept together, through one connection. Two are left for
     * everybody else.
     */
    private final Semaphore turns;

    Line(@Value("${tatabbu.database.connections:10}") int connections) {
        turns = new Semaphore(Math.max(1, connections - TAKEN));
    }

    /** What is answered from a place in line. */
    interface Place {
        @Nullable
        ResponseEntity<byte[]> answer();
    }

    /** The answer; nothing where the response has already said when to come back. */
    @Nullable
    ResponseEntity<byte[]> stand(Place place, HttpServletResponse response) throws IOException {
        if (places.tryAcquire()) {
            try {
                return place.answer();
            } catch (TooLong full) {
                // Told below, like those who found no place.
            } finally {
                places.release();
            }
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        return null;
    }

    /** Asks the database when it is this one's turn. Whoever stands in line for too long is told by {@link #stand}. */
    <T> T turn(Supplier<T> question) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooLong();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TooLong();
        }
        try {
            return question.get();
        } finally {
            turns.release();
        }
    }

    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super(null, null, false, false);
        }
    }
}
