// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import org.jspecify.annotations.Nullable;

/** What came of bringing a content. */
public sealed interface Keeping {
    record Kept(PaperId paper) implements Keeping {}

    record Empty() implements Keeping {}

    record TooLarge() implements Keeping {}

    /** The content is the one that the paper holds already. */
    record Unchanged() implements Keeping {}

    /** Not there, another party's, or withdrawn. */
    record NotYours() implements Keeping {}

    /** Another paper that every side reads bears the symbol: nothing was kept. */
    record SymbolTaken() implements Keeping {}

    /** The store of contents does not answer: nothing was kept. */
    record StoreAway() implements Keeping {}

    /** What refuses a file for its size alone, or nothing. */
    static @Nullable Keeping unfit(Upload upload) {
        if (upload.size() == 0) {
            return new Empty();
        }
        return upload.size() > Documents.LARGEST ? new TooLarge() : null;
    }
}
