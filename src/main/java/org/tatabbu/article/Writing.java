// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.article;

/** What came of an attempt to write an article. */
public sealed interface Writing {
    record Written(ArticleId article) implements Writing {}

    /** Somebody else wrote first; {@code theirs} is what stands now. */
    record Overtaken(Article theirs) implements Writing {}

    /** Another article has this slug. */
    record SlugTaken() implements Writing {}

    /** It is public: a correction is a corrigendum, never a silent edit. */
    record Published() implements Writing {}

    /** Something in it may not enter the record. */
    record Unfit() implements Writing {}

    /** This seat does not write articles. */
    record NotYours() implements Writing {}
}
