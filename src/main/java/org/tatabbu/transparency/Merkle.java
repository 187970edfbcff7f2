// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 6962, section 2.1, and its proofs, verified as RFC 9162 does in sections 2.1.3.2 and 2.1.4.2. Sizes and
 * indexes count entries; proofs go from the leaves to the root.
 */
public final class Merkle {
    /** The root of a tree without an entry. */
    public static final Hash EMPTY = Hash.over();

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    /** Roots of whole subtrees, wherever they are kept. */
    @FunctionalInterface
    public interface Subtrees {
        /** The root over the entries from {@code index << height}, {@code 1 << height} of them. */
        Hash root(int height, long index);
    }

    public static Hash leaf(byte[] entry) {
        return leaf(entry, 0, entry.length);
    }

    /** The leaf of the entry that stands there in these bytes. */
    public static Hash leaf(byte[] bytes, int from, int length) {
        return Hash.over(LEAF, bytes, from, length);
    }

    public static Hash node(Hash left, Hash right) {
        return Hash.over(NODE, left, right);
    }

    /** The root over these leaf hashes. */
    public static Hash root(List<Hash> leaves) {
        return root(leaves.size(), over(leaves));
    }

    /** Subtrees over leaf hashes that are at hand. */
    public static Subtrees over(List<Hash> leaves) {
        return new Subtrees() {
            @Override
            public Hash root(int height, long index) {
                return height == 0
                        ? leaves.get(Math.toIntExact(index))
                        : node(root(height - 1, 2 * index), root(height - 1, 2 * index + 1));
            }
        };
    }

    /** The root of the tree of that size. */
    public static Hash root(long size, Subtrees tree) {
        return size == 0 ? EMPTY : range(0, size, tree);
    }

    /** The proof that the entry is in the tree of that size. */
    public static List<Hash> inclusion(long index, long size, Subtrees tree) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No entry %d in a tree of %d".formatted(index, size));
        }
        var path = new ArrayList<Hash>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                path.addFirst(range(middle, to, tree));
                to = middle;
            } else {
                path.addFirst(range(from, middle, tree));
                from = middle;
            }
        }
        return List.copyOf(path);
    }

    /** The proof that the tree of the one size is the beginning of the tree of the other; none from the empty tree. */
    public static List<Hash> consistency(long older, long newer, Subtrees tree) {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("A tree of %d has no beginning of %d".formatted(newer, older));
        }
        var proof = new ArrayList<Hash>();
        if (older == 0 || older == newer) {
            return proof;
        }
        long from = 0;
        long to = newer;
        // The older tree's end decides, at each fork, whether the left side is all of it or only in it.
        while (older != to) {
            long middle = from + split(to - from);
            if (older <= middle) {
                proof.addFirst(range(middle, to, tree));
                to = middle;
            } else {
                proof.addFirst(range(from, middle, tree));
                from = middle;
            }
        }
        if (from != 0) {
            proof.addFirst(range(from, to, tree));
        }
        return List.copyOf(proof);
    }

    /** Whether the leaf is at that index of the tree with this size and root. */
    public static boolean includes(Hash root, long size, long index, Hash leaf, List<Hash> proof) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        var r = leaf;
        for (var p : proof) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && r.equals(root);
    }

    /** Whether the older tree is the beginning of the newer one. */
    public static boolean extend(long older, Hash oldRoot, long newer, Hash newRoot, List<Hash> proof) {
        if (older < 0 || older > newer) {
            return false;
        }
        if (older == newer) {
            return proof.isEmpty() && oldRoot.equals(newRoot);
        }
        if (older == 0) {
            return proof.isEmpty() && oldRoot.equals(EMPTY);
        }
        if (proof.isEmpty()) {
            return false;
        }
        boolean whole = Long.bitCount(older) == 1;
        var first = whole ? oldRoot : proof.getFirst();
        long fn = older - 1;
        long sn = newer - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        var fr = first;
        var sr = first;
        for (var c : whole ? proof : proof.subList(1, proof.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = node(c, fr);
                sr = node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && fr.equals(oldRoot) && sr.equals(newRoot);
    }

    /** The root over the entries of one side of a fork: a whole subtree, or what is left of the tree on the right. */
    private static Hash range(long from, long to, Subtrees tree) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int height = Long.numberOfTrailingZeros(size);
            return tree.root(height, from >> height);
        }
        long middle = from + split(size);
        return node(range(from, middle, tree), range(middle, to, tree));
    }

    /** The largest power of two below the size, which is at least 2. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    /** A tree that grows at its end: all that has to be kept of the entries before it. */
    public static final class Frontier {
        private final ArrayList<Hash> roots = new ArrayList<>();
        private long size;

        /** The frontier of the empty tree. */
        public Frontier() {}

        /** The frontier of the tree of that size. */
        static Frontier of(long size, Subtrees tree) {
            var frontier = new Frontier();
            for (long left = size; left > 0; left -= Long.highestOneBit(left)) {
                int height = Long.numberOfTrailingZeros(Long.highestOneBit(left));
                frontier.roots.add(tree.root(height, (size - left) >> height));
            }
            frontier.size = size;
            return frontier;
        }

        public void add(Hash leaf) {
            var root = leaf;
            for (long rest = size; (rest & 1) == 1; rest >>= 1) {
                root = node(roots.removeLast(), root);
            }
            roots.add(root);
            size++;
        }

        public long size() {
            return size;
        }

        public Hash root() {
            if (roots.isEmpty()) {
                return EMPTY;
            }
            var root = roots.getLast();
            for (int i = roots.size() - 2; i >= 0; i--) {
                root = node(roots.get(i), root);
            }
            return root;
        }
    }
}
