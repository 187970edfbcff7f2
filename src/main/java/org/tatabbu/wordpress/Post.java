// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tatabbu.article.ArticleText;

/**
 * A post as an export tells it.
 *
 * @param id its number on its own site
 * @param link the address it had there
 * @param name the name it had in addresses, perhaps with per cent signs
 * @param html its body
 * @param kind {@code post}, {@code page}, {@code attachment} and so on
 * @param status {@code publish}, {@code draft} and so on; {@code password} for what only some could read
 * @param at when it went out, or nothing where the export does not say
 */
record Post(
        String id,
        String title,
        String link,
        String name,
        String html,
        String excerpt,
        String kind,
        String status,
        List<Category> categories,
        @Nullable Instant at) {
    /** An address beyond this is not kept; in octets, for an index of the database to hold. */
    private static final int LONGEST_ADDRESS = 2_000;

    private static final int ROOM_FOR_ITS_NUMBER = 21;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");

    /**
     * What a post was filed under.
     *
     * @param nicename its name in addresses
     */
    record Category(String domain, String nicename, String name) {
        private static final Set<String> DOMAINS = Set.of("category", "post_tag");
        private static final int LONGEST = 100;

        /** Whether a reader would miss it. */
        boolean told() {
            return DOMAINS.contains(domain)
                    && !nicename.equals("uncategorized")
                    && !name.isBlank()
                    && name.length() <= LONGEST;
        }
    }

    static Post of(Told said, List<Category> categories) {
        return new Post(
                said.word("wp:post_id"),
                said.word("title"),
                said.word("link"),
                said.word("wp:post_name"),
                said.text("content:encoded"),
                said.text("excerpt:encoded"),
                said.word("wp:post_type"),
                said.word("wp:post_password").isEmpty() ? said.word("wp:status") : "password",
                categories,
                said.at("wp:post_date_gmt", "wp:post_date"));
    }

    Post {
        categories = List.copyOf(categories);
    }

    static boolean numbered(String id) {
        return NUMBER.matcher(id).matches();
    }

    /** What names it among all that was ever brought to a committee. */
    String source(String site) {
        return "wordpress " + site + " " + id;
    }

    /** Its name in our addresses, where its own will not do. */
    String slug() {
        var own = name.length() <= ArticleText.LONGEST_SLUG - ROOM_FOR_ITS_NUMBER ? name : "";
        return ArticleText.fitsSlug(own) ? own : numbered();
    }

    /** A name that no other post of its site has. */
    String numbered() {
        boolean fits = ArticleText.fitsSlug(name) && name.length() <= ArticleText.LONGEST_SLUG - ROOM_FOR_ITS_NUMBER;
        return (fits ? name : "post") + "-" + id;
    }

    /** The old address as a request brings it: path and question, decoded, without a stroke at its end. */
    Optional<String> formerly() {
        try {
            var uri = URI.create(link);
            var path = uri.getRawPath();
            return path == null || !path.startsWith("/") || (path.equals("/") && uri.getRawQuery() == null)
                    ? Optional.empty()
                    : address(path, uri.getRawQuery());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Nothing for what no database would hold. */
    static Optional<String> address(String path, @Nullable String question) {
        var bare = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String decoded;
        try {
            decoded = URLDecoder.decode(bare.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            decoded = bare;
        }
        var whole = question == null ? decoded : decoded + "?" + question;
        return whole.indexOf('\0') >= 0 || whole.getBytes(StandardCharsets.UTF_8).length > LONGEST_ADDRESS
                ? Optional.empty()
                : Optional.of(whole);
    }
}
