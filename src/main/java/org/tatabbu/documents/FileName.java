// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A file's name without anything that a file system, a header or a reader could take for something else. */
public record FileName(String text) {
    /** In UTF-8, below the 255 octets of common file systems with room for what a browser appends. */
    private static final int LONGEST = 200;

    // Controls, marks of direction, separators of paths, and what Windows refuses in a name.
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\"*:<>?|/\\\\]+");

    public FileName {
        if (!text.equals(safe(text))) {
            throw new IllegalArgumentException("Not a safe file name");
        }
    }

    /** What is safe of the name that came with a file; {@code paper} where nothing is. */
    public static FileName of(String sent) {
        return new FileName(safe(sent));
    }

    private static String safe(String sent) {
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var plain = Normalizer.normalize(UNSAFE.matcher(last).replaceAll(""), Normalizer.Form.NFC)
                .replaceAll("\\s+", " ");
        var trimmed = plain.replaceAll("^[. ]+|[. ]+$", "");
        var cut = cut(trimmed);
        return cut.isEmpty() ? "paper" : cut;
    }

    // The ending stays: a person knows a file by it.
    private static String cut(String name) {
        if (octets(name) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && octets(name.substring(dot)) <= 20 ? name.substring(dot) : "";
        var stem = name.substring(0, name.length() - ending.length());
        while (octets(stem) + octets(ending) > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem.replaceAll("[. ]+$", "") + ending;
    }

    private static int octets(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }
}
