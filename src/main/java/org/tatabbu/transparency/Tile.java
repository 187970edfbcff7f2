// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What c2sp.org/tlog-tiles serves as one resource: up to 256 hashes of one level, or as many entries of the lowest one.
 *
 * @param level from 0, each of 256 hashes of the one below
 * @param index of the tile within its level
 * @param width hashes or entries in it, 1 to 256
 */
public record Tile(int level, long index, int width, boolean entries) {
    public static final int FULL = 256;

    /** Levels that a tree of fewer than 2^63 entries can have. */
    private static final int LEVELS = 8;

    private static final Pattern PATH = Pattern.compile(
            "tile/(?<level>entries|0|[1-9][0-9]?)/(?<index>(?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

    public Tile {
        if (level < 0 || level >= LEVELS || index < 0 || width < 1 || width > FULL || (entries && level != 0)) {
            throw new IllegalArgumentException("No tile %d/%d of %d".formatted(level, index, width));
        }
    }

    public static Tile hashes(int level, long index, int width) {
        return new Tile(level, index, width, false);
    }

    public static Tile ofEntries(long index, int width) {
        return new Tile(0, index, width, true);
    }

    /** Every tile of entries of a tree of that size, in order. */
    public static List<Tile> entriesOf(long size) {
        var tiles = new ArrayList<Tile>();
        for (long first = 0; first < size; first += FULL) {
            tiles.add(ofEntries(first / FULL, (int) Math.min(FULL, size - first)));
        }
        return tiles;
    }

    /** The tile with this path below the log's address, such as {@code tile/0/x001/234.p/56}. */
    public static Optional<Tile> at(String path) {
        var match = PATH.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        var entries = match.group("level").equals("entries");
        int level = entries ? 0 : Integer.parseInt(match.group("level"));
        var digits = match.group("index").replace("x", "").replace("/", "");
        int width = match.group("width") == null ? FULL : Integer.parseInt(match.group("width"));
        // An index has one way to be written: no group of zeros before the others.
        if (level >= LEVELS
                || digits.length() > 18
                || (digits.length() > 3 && digits.startsWith("000"))
                || (match.group("width") != null && width >= FULL)) {
            return Optional.empty();
        }
        return Optional.of(new Tile(level, Long.parseLong(digits), width, entries));
    }

    public String path() {
        var path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        return "tile/" + (entries ? "entries" : Integer.toString(level)) + "/" + path + (full() ? "" : ".p/" + width);
    }

    public boolean full() {
        return width == FULL;
    }

    /** The index, within the level, of the first hash or entry. */
    public long first() {
        return index * FULL;
    }

    /** Whether a tree of that size has this tile: all of it, and not more of it than there is. */
    public boolean isIn(long size) {
        long hashes = 8 * level >= Long.SIZE - 1 ? 0 : size >> (8 * level);
        // In order not to overflow: index < 10^18, times 256.
        return index <= hashes / FULL && first() + width <= hashes;
    }
}
