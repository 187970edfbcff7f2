// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tree as it is stored: reads each tile once, so it lives as long as one question. */
final class StoredTree implements Merkle.Subtrees {
    private static final int BITS = 8;

    private final LogStore store;
    private final Map<Tile, List<Hash>> tiles = new HashMap<>();

    /** A part of the tree is not where it was stored. */
    static final class Gap extends RuntimeException {
        Gap(Tile tile) {
            super("The stored tree lacks a part of " + tile.path());
        }
    }

    StoredTree(LogStore store) {
        this.store = store;
    }

    @Override
    public Hash root(int height, long index) {
        int level = height / BITS;
        int above = height % BITS;
        return root(level, above, index << above, 1 << above);
    }

    private Hash root(int level, int above, long first, int count) {
        if (above == 0) {
            var tile = Tile.hashes(level, first / Tile.FULL, Tile.FULL);
            var hashes = tiles.computeIfAbsent(tile, t -> store.nodes(t.level(), t.first(), Tile.FULL));
            int place = (int) (first % Tile.FULL);
            if (place >= hashes.size()) {
                throw new Gap(tile);
            }
            return hashes.get(place);
        }
        return Merkle.node(
                root(level, above - 1, first, count / 2), root(level, above - 1, first + count / 2, count / 2));
    }

    /** Stores the leaves from {@code first} on, and the root of every tile that they fill. */
    void grow(long first, List<Hash> leaves) {
        long from = first;
        var added = leaves;
        for (int level = 0; !added.isEmpty(); level++) {
            store.addNodes(level, from, added);
            long tile = from / Tile.FULL;
            var open = new ArrayList<>(store.nodes(level, tile * Tile.FULL, (int) (from % Tile.FULL)));
            open.addAll(added);
            var roots = new ArrayList<Hash>();
            for (int i = 0; i + Tile.FULL <= open.size(); i += Tile.FULL) {
                roots.add(Merkle.root(open.subList(i, i + Tile.FULL)));
            }
            from = tile;
            added = roots;
        }
        tiles.clear();
    }
}
