// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.picture;

/**
 * A picture as it is shown.
 *
 * @param name the SHA-256 of its bytes in lower-case hexadecimal, and what it is: {@code .jpg} or {@code .png}
 * @param width in pixels, as it is shown
 * @param height in pixels, as it is shown
 */
public record Picture(String name, int width, int height) {
    public static final String NAME = "[0-9a-f]{64}\\.(?:jpg|png)";

    public Picture {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("A picture is named by its bytes");
        }
    }

    /** Its media type. */
    public String type() {
        return name.endsWith(".png") ? "image/png" : "image/jpeg";
    }
}
