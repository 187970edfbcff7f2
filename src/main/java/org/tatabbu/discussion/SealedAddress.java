// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

/** A reader's e-mail address as the database keeps it: nonce, ciphertext and tag of AES-256-GCM, in base64. */
public record SealedAddress(String base64) {
    static final SealedAddress ERASED = new SealedAddress("");
}
