// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/**
 * What was read from public things, kept as copies of pages are: until any of them may have changed, and never while this
 * process cannot hear of changes. A change of one page alone, such as a comment, does not touch it.
 */
public final class Kept<K, V> {
    private final Stock stock;
    private final Cache<K, Read<V>> read;

    Kept(Stock stock, long most) {
        this.stock = stock;
        this.read = Caffeine.newBuilder().maximumSize(most).build();
    }

    private record Read<V>(V value, long renewals) {}

    /** What stands under the key, read again where it may be old: by one, however many ask. */
    public V get(K key, Function<K, V> reader) {
        var kept = read.getIfPresent(key);
        if (kept == null || !fresh(kept)) {
            kept = read.asMap().compute(key, (same, before) -> {
                if (before != null && fresh(before)) {
                    return before;
                }
                // Counted before it is read: a change in between makes it old at once.
                long now = stock.renewals();
                return new Read<>(reader.apply(same), now);
            });
        }
        return kept.value;
    }

    private boolean fresh(Read<V> kept) {
        return kept.renewals == stock.renewals() && stock.hears();
    }
}
