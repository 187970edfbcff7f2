// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.archive;

import java.util.List;
import java.util.SortedMap;
import org.tatabbu.language.Language;
import org.tatabbu.publication.PublicArticle;

/**
 * A page of news.
 *
 * @param years how many articles each year has
 * @param year the year whose news these are; 0 for all
 * @param number which page this is, from 1
 */
record NewsPage(
        Language language, List<PublicArticle> articles, SortedMap<Integer, Integer> years, int year, int number) {
    static final int SIZE = 20;

    ArchiveWords words() {
        return ArchiveWords.in(language);
    }

    String title() {
        return year == 0 ? words().news() : words().newsOf(Integer.toString(year));
    }

    int all() {
        return year == 0 ? years.values().stream().mapToInt(Integer::intValue).sum() : years.getOrDefault(year, 0);
    }

    boolean older() {
        return number * SIZE < all();
    }

    int shownTo() {
        return (number - 1) * SIZE + articles.size();
    }

    /** The address of another page of the same years. */
    String path(int page) {
        return path(year, page);
    }

    static String path(int year, int page) {
        if (year == 0) {
            return "/news" + (page > 1 ? "?page=" + page : "");
        }
        return "/news?year=" + year + (page > 1 ? "&page=" + page : "");
    }
}
