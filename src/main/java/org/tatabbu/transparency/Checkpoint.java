// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log says of its tree, c2sp.org/tlog-checkpoint: its name, how many entries, and the root over them.
 *
 * @param origin the log's name, which its key bears too
 * @param extensions further lines, which nobody but the signers gives a meaning
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,18}");

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (size < 0 || (size == 0 && !root.equals(Merkle.EMPTY))) {
            throw new IllegalArgumentException("No tree of %d with that root".formatted(size));
        }
        var lines = new ArrayList<>(extensions);
        lines.add(origin);
        if (lines.stream().anyMatch(line -> line.isEmpty() || line.chars().anyMatch(c -> c < ' '))) {
            throw new IllegalArgumentException("A checkpoint's lines are neither empty nor controls");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** Throws IllegalArgumentException where the text of a note is not a checkpoint. */
    public static Checkpoint parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
            throw new IllegalArgumentException("Not an origin, a size and a root");
        }
        return new Checkpoint(
                lines[0],
                number(lines[1]),
                Hash.fromBase64(lines[2]),
                List.of(lines).subList(3, lines.length - 1));
    }

    public static Checkpoint of(SignedNote note) {
        return parse(note.text());
    }

    /** Throws IllegalArgumentException where it is not a decimal, without a zero before it, that a long holds. */
    static long number(String decimal) {
        if (!NUMBER.matcher(decimal).matches()) {
            throw new IllegalArgumentException("Not a size: " + decimal);
        }
        return Long.parseLong(decimal);
    }

    public SignedNote signed(SigningKey key) {
        return SignedNote.signed(text(), key);
    }

    /** The text that is signed, with its last line feed. */
    public String text() {
        var text = new StringBuilder(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** As a statement names the last checkpoint that its signer saw: {@code <size>/<root in base64>}. */
    public String seen() {
        return size + "/" + root.base64();
    }
}
