// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.article;

import java.time.Instant;

/** What happened to an article that readers see; announced within the transaction that made it so. */
public sealed interface ArticleChange {
    ArticleId article();

    String slug();

    Instant at();

    /** It is public from now on. */
    record Released(ArticleId article, String slug, Instant at) implements ArticleChange {}

    /** It reads otherwise, and says so. */
    record Corrected(ArticleId article, String slug, Instant at) implements ArticleChange {}

    /** It is gone, and its address says so. */
    record Withdrawn(ArticleId article, String slug, Instant at) implements ArticleChange {}
}
