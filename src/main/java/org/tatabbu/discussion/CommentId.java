// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.util.UUID;

public record CommentId(UUID id) {
    static CommentId random() {
        return new CommentId(UUID.randomUUID());
    }
}
