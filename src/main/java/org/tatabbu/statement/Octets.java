// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.util.Base64;

/**
 * Bytes as they are written everywhere here.
 *
 * @param base64 with padding, and the only way to write these bytes
 */
public record Octets(String base64) {
    public Octets {
        try {
            if (!Base64.getEncoder()
                    .encodeToString(Base64.getDecoder().decode(base64))
                    .equals(base64)) {
                throw new Unreadable("Base64 written otherwise than with padding");
            }
        } catch (Unreadable e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new Unreadable("Not base64");
        }
    }

    public static Octets of(byte[] bytes) {
        return new Octets(Base64.getEncoder().encodeToString(bytes));
    }

    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    public int length() {
        return bytes().length;
    }
}
