// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A zip archive in the one way that docs/formats.md writes it: stored, in order, dated 1980-01-01. The library's own writer
 * leaves its headers to the version that runs, and they are part of what verifiers compare.
 */
final class Archive {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    /** 1980-01-01 in the calendar of MS-DOS. */
    private static final short DATE = 0x21;

    private static final short VERSION = 10;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    void add(String name, byte[] content) {
        if (!name.matches("[\\x21-\\x7e]{1,200}") || files.putIfAbsent(name, content) != null) {
            throw new IllegalArgumentException("No name for one more file: " + name);
        }
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        var directory = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            var header = header(name, content);
            directory.writeBytes(little(6).putInt(CENTRAL).putShort(VERSION).array());
            directory.writeBytes(header);
            // No comment, no disk, no attributes: then where the file is.
            directory.writeBytes(little(14).position(10).putInt(out.size()).array());
            directory.writeBytes(ascii(name));
            out.writeBytes(little(4).putInt(LOCAL).array());
            out.writeBytes(header);
            out.writeBytes(ascii(name));
            out.writeBytes(content);
        });
        int start = out.size();
        short count = (short) files.size();
        out.writeBytes(directory.toByteArray());
        out.writeBytes(little(22)
                .putInt(END)
                .putInt(0)
                .putShort(count)
                .putShort(count)
                .putInt(directory.size())
                .putInt(start)
                .array());
        return out.toByteArray();
    }

    private static byte[] header(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        // No flags, not compressed, at midnight.
        return little(26)
                .putShort(VERSION)
                .position(8)
                .putShort(DATE)
                .putInt((int) crc.getValue())
                .putInt(content.length)
                .putInt(content.length)
                .putShort((short) name.length())
                .array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
