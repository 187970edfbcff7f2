// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.picture;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pictures that circles brought. */
@Component
public class Pictures {
    private final PictureStore store;

    Pictures(PictureStore store) {
        this.store = store;
    }

    /**
     * Makes a picture of what was sent, and keeps it for a circle; what was sent is not kept.
     *
     * @param sent a JPEG or a PNG of at most 15 MB and 50 million pixels
     */
    @Transactional
    public Accepting accept(UUID circle, byte[] sent, Instant at) {
        if (Developing.tooLarge(sent)) {
            return new Accepting.TooLarge();
        }
        var print = Developing.develop(sent);
        if (print.isEmpty()) {
            return new Accepting.NotAPicture();
        }
        store.keep(circle, print.get().picture(), print.get().bytes(), at);
        return new Accepting.Kept(print.get().picture());
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Picture> of(UUID circle) {
        return store.of(circle);
    }

    /** A picture that this circle brought. */
    @Transactional(readOnly = true)
    public Optional<Picture> find(UUID circle, String name) {
        return store.find(circle, name);
    }

    /** The bytes of a picture that this circle brought. */
    @Transactional(readOnly = true)
    public Optional<byte[]> bytes(UUID circle, String name) {
        return store.find(circle, name).flatMap(picture -> store.bytes(picture.name()));
    }
}
