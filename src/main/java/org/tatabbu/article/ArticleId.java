// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.article;

import java.util.UUID;

/** Names an article, and the topic of its comments. */
public record ArticleId(UUID id) {
    public static ArticleId random() {
        return new ArticleId(UUID.randomUUID());
    }
}
