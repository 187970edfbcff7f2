// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.article;

/** What came of bringing an article of another place. */
public sealed interface Bringing {
    record Brought(ArticleId article) implements Bringing {}

    /** It was brought before. */
    record Known(ArticleId article) implements Bringing {}

    /** Another article has this slug. */
    record SlugTaken() implements Bringing {}

    /** A language is missing, or something in it may not enter the record. */
    record Unfit() implements Bringing {}

    record NotYours() implements Bringing {}
}
