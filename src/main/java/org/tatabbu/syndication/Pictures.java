// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of titles, drawn when they are first asked for. However many ask, one is drawn at a time, no more than some a
 * minute, and those kept take no more than their room: a flood of requests gets pages all the same.
 */
final class Pictures {
    private static final int ROOM = 8 * 1024 * 1024;
    private static final int DRAWN_A_MINUTE = 120;
    private static final int IN_THE_QUEUE = 16;
    private static final int PATIENCE = 3;

    private final Faces faces;
    private final Semaphore easel = new Semaphore(1, true);
    private final Cache<String, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(ROOM)
            .weigher((String digest, byte[] png) -> png.length)
            .build();
    private long minute;
    private int drawnInMinute;

    Pictures(Faces faces) {
        this.faces = faces;
    }

    boolean possible(Card card) {
        return faces.cover(card.title()) && faces.cover(card.site());
    }

    /** The PNG of a card; nothing while too many others are asked for. */
    byte @Nullable [] of(Card card, Instant at) {
        var digest = card.digest();
        var known = kept.getIfPresent(digest);
        if (known != null || easel.getQueueLength() >= IN_THE_QUEUE || !reached()) {
            return known;
        }
        try {
            var meanwhile = kept.getIfPresent(digest);
            if (meanwhile != null || !paced(at)) {
                return meanwhile;
            }
            var png = png(card);
            kept.put(digest, png);
            return png;
        } finally {
            easel.release();
        }
    }

    private boolean reached() {
        try {
            return easel.tryAcquire(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    // Held by who has the easel alone.
    private boolean paced(Instant at) {
        long now = at.getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            drawnInMinute = 0;
        }
        return drawnInMinute++ < DRAWN_A_MINUTE;
    }

    private byte[] png(Card card) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new Drawing(card, faces).image(), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
