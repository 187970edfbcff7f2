// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import org.jspecify.annotations.Nullable;
import org.tatabbu.language.LocalText;

/** What somebody says of a paper they bring. */
public record PaperDraft(
        @Nullable PaperSymbol symbol, PaperKind kind, LocalText title, Distribution distribution, String topic) {
    public static final int LONGEST_TITLE = 300;

    public PaperDraft {
        if (title.empty()) {
            throw new IllegalArgumentException("A paper has a title in one language at least");
        }
    }
}
