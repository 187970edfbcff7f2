// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.util.Set;
import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.ClauseId;

/**
 * What an article says.
 *
 * @param slug its name in addresses, for ever
 * @param body paragraphs with an empty line between them
 * @param authority who issues it
 * @param clauses the adopted clauses it makes public
 */
public record ArticleText(
        String slug, LocalText title, LocalText lead, LocalText body, LocalText authority, Set<ClauseId> clauses) {
    /** The longest slug, title or lead, and body, in UTF-16 units. */
    static final int LONGEST_SLUG = 80;

    static final String EXAMPLE_SLUG = "third-meeting";
    static final int LONGEST_LINE = 600;
    static final int LONGEST_BODY = 20_000;

    public ArticleText {
        clauses = Set.copyOf(clauses);
    }

    static boolean fitsSlug(String slug) {
        return slug.length() <= LONGEST_SLUG && slug.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    /** Whether every language has what a reader needs; a body may be left to the clauses. */
    boolean complete() {
        boolean bodied = body.complete() || (body.empty() && !clauses.isEmpty());
        return fitsSlug(slug) && title.complete() && lead.complete() && authority.complete() && bodied;
    }
}
