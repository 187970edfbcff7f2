// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** A door for reading: the acts that their sides opened to the public. */
@Component
public class PublicRegister {
    private static final int AT_ONCE = 200;

    private final ActsStore store;

    PublicRegister(ActsStore store) {
        this.store = store;
    }

    /** An act in the register of the committee with this slug, and when it was opened. */
    public record Entry(String committee, PublicAct act, Instant at) {
        /** Its address after the language. */
        public String path() {
            return "/committees/" + committee + act.path();
        }
    }

    /** The page of an act, after the language, and when it was opened. */
    public record Place(String path, Instant at) {}

    /** How many acts are public. */
    public int size() {
        return store.countPublished();
    }

    /** Names the pages of acts, in an order that stays. */
    public void eachPlace(int from, int most, Consumer<Place> to) {
        for (int at = from; at < from + most; at += AT_ONCE) {
            var some = store.places(at, Math.min(AT_ONCE, from + most - at));
            some.forEach(to);
            if (some.size() < AT_ONCE) {
                return;
            }
        }
    }

    /** Each committee's acts together; a few are held at once, and no connection is kept for a slow reader. */
    public void each(Consumer<Entry> to) {
        var slug = "";
        var path = "";
        while (true) {
            var some = store.publishedAfter(slug, path, AT_ONCE);
            some.forEach(to);
            if (some.size() < AT_ONCE) {
                return;
            }
            slug = some.getLast().committee();
            path = some.getLast().act().path();
        }
    }
}
