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
        Site site,
        Imprint imprint) {

    /**
     * What a public page tells the machines that pass by.
     *
     * @param picture what they show beside its title, or nothing
     * @param feeds where they hear of what is new
     * @param data the path of what the page says, as JSON-LD; empty where there is none
     */
    public record Imprint(@Nullable Picture picture, List<Feed> feeds, String data) {
        static final Imprint NONE = new Imprint(null, List.of(), "");

        /** A PNG at a path of ours, and what a person reads in it. */
        public record Picture(String path, String alt, int width, int height) {}

        public record Feed(String title, String path) {}
    }

    /** Answers from above what a page tells machines: the frame knows no more than its path and title. */
    public interface Imprints {
        Imprint of(Frame frame);
    }

    /** A page for every reader, with no cookie and nothing that differs from reader to reader. */
    public static Frame open(Language language, String path, String title, String description) {
        return new Frame(language, path, title, description, true, null, List.of(), null, Site.HERE, Imprint.NONE);
    }

    /** A page of the workspace, never cached. */
    public static Frame work(Language language, String path, String title, @Nullable Viewer viewer) {
        return new Frame(language, path, title, "", false, viewer, List.of(), null, Site.HERE, Imprint.NONE);
    }

    public Frame under(Crumb... way) {
        return new Frame(language, path, title, description, published, viewer, List.of(way), notice, site, imprint);
    }

    public Frame saying(@Nullable String whatHappened) {
        return new Frame(language, path, title, description, published, viewer, crumbs, whatHappened, site, imprint);
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

    /** The language as the Open Graph protocol names it, which asks for a territory; these are the ones its readers know. */
    static String locale(Language language) {
        return switch (language) {
            case AR -> "ar_AR";
            case FR -> "fr_FR";
            case EN -> "en_GB";
        };
    }

    Frame on(Site where, Imprint told) {
        return new Frame(language, path, title, description, published, viewer, crumbs, notice, where, told);
    }

    PageWords words() {
        return PageWords.in(language);
    }
}
