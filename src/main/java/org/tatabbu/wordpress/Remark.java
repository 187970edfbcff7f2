// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment as an export tells it.
 *
 * @param parent the number of the comment it answers; {@code 0} for none
 * @param approved {@code 1}, {@code 0}, {@code spam}, {@code trash}
 * @param kind {@code comment} or nothing; {@code pingback} and {@code trackback} are no reader's
 */
record Remark(
        String id,
        String parent,
        String author,
        String email,
        String html,
        String approved,
        String kind,
        @Nullable Instant at) {
    static Remark of(Told said) {
        var parent = said.word("wp:comment_parent");
        return new Remark(
                said.word("wp:comment_id"),
                parent.isEmpty() ? "0" : parent,
                said.text("wp:comment_author"),
                said.word("wp:comment_author_email"),
                said.text("wp:comment_content"),
                said.word("wp:comment_approved"),
                said.word("wp:comment_type"),
                said.at("wp:comment_date_gmt", "wp:comment_date"));
    }
}
