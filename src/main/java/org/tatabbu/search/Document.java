// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.LocalText;

/**
 * Something that can be found.
 *
 * @param id its name among those of its kind
 * @param circle the committee whose seats alone find it; nothing for what everybody may find
 * @param slug of its committee
 * @param name of its committee
 * @param day the day it stands under
 * @param path where it is read, after the language
 */
public record Document(
        Kind kind,
        String id,
        @Nullable UUID circle,
        String slug,
        LocalText name,
        LocalText title,
        LocalText body,
        List<LocalText> areas,
        LocalDate day,
        String path) {
    public Document {
        areas = List.copyOf(areas);
    }
}
