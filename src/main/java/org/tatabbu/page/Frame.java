// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Language;

/**
 * What surrounds a page.
 *
 * @param path the address after the language, starting with a slash, or empty for the home page
 * @param published whether this is a public page, the same for every reader
 * @param notice what has just happened, or nothing
 */
public record Frame(
        Language language,
        String path,
        String title,
        String description,
        boolean published,
        @Nullable Viewer viewer,
        List<Crumb> crumbs,
        @Nullable String notice,
        Site site) {

    /** A page for every reader, with no cookie and nothing that differs from reader to reader. */
    public static Frame open(Language language, String path, String title, String description) {
        return new Frame(language, path, title, description, true, null, List.of(), null, Site.HERE);
    }

    /** A page of the workspace, never cached. */
    public static Frame work(Language language, String path, String title, @Nullable Viewer viewer) {
        return new Frame(language, path, title, "", false, viewer, List.of(), null, Site.HERE);
    }

    public Frame under(Crumb... way) {
        return new Frame(language, path, title, description, published, viewer, List.of(way), notice, site);
    }

    public Frame saying(@Nullable String whatHappened) {
        return new Frame(language, path, title, description, published, viewer, crumbs, whatHappened, site);
    }

    /** This page's address, from the root, in a given language. */
    public String href(Language other) {
        return "/" + other.tag() + path;
    }

    /** An address of ours in the language of this page; {@code to} starts with a slash or is empty. */
    public String to(String to) {
        return "/" + language.tag() + to;
    }

    /** What the page is to those who share it (the Open Graph protocol's {@code og:type}). */
    String kind() {
        return path.startsWith("/news/") ? "article" : "website";
    }

    Frame on(Site where) {
        return new Frame(language, path, title, description, published, viewer, crumbs, notice, where);
    }

    PageWords words() {
        return PageWords.in(language);
    }
}
