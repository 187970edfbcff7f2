// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tatabbu.database.OutsideKey;
import org.tatabbu.discussion.Comment.SealedAddress;

/** Seals readers' addresses, each for its own comment. */
@Component
class AddressKey {
    private final OutsideKey key;

    AddressKey(@Value("${tatabbu.data:var}") Path data) {
        this.key = new OutsideKey(data, "comment-email");
    }

    SealedAddress seal(CommentId comment, String address) {
        return new SealedAddress(key.seal(place(comment), address));
    }

    /** The address; nothing if it was sealed with another key, for another comment, or has been altered. */
    Optional<String> open(CommentId comment, SealedAddress address) {
        return key.open(place(comment), address.base64());
    }

    /** A keyed mark on a text; each purpose has a key of its own, which tells nothing of ours. */
    byte[] mac(String purpose, ByteBuffer text) {
        return key.mac(purpose, text);
    }

    private static byte[] place(CommentId comment) {
        return OutsideKey.place(comment.id(), "");
    }
}
