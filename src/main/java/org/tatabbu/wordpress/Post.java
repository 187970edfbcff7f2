// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
 * @param status {@code publish}, {@code draft} and so on
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
        List<String> categories,
        @Nullable Instant at) {
    Post {
        categories = List.copyOf(categories);
    }

    /** What names it among all that was ever brought to a committee. */
    String source(String site) {
        return "wordpress " + site + " " + id;
    }

    /** Its name in our addresses, where its own will not do. */
    String slug() {
        var own = name.length() <= ArticleText.LONGEST_SLUG - 12 ? name : "";
        return ArticleText.fitsSlug(own) ? own : numbered();
    }

    /** A name that no other post of its site has. */
    String numbered() {
        var plain = ArticleText.fitsSlug(name) && name.length() <= ArticleText.LONGEST_SLUG - 12 ? name : "post";
        return plain + "-" + id;
    }

    /** The old address as a request brings it: path and question, decoded, without a stroke at its end. */
    Optional<String> formerly() {
        try {
            var uri = URI.create(link.strip());
            return uri.getRawPath() == null ? Optional.empty() : Optional.of(address(uri.getRawPath(), uri.getRawQuery()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    static String address(String path, @Nullable String question) {
        var bare = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        try {
            var decoded = URLDecoder.decode(bare.replace("+", "%2B"), StandardCharsets.UTF_8);
            return question == null ? decoded : decoded + "?" + question;
        } catch (IllegalArgumentException malformed) {
            return bare;
        }
    }
}
