// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.tatabbu.language.Language;

/** A story with one person in it. */
@TestComponent
class Cast implements Introductions {
    @Override
    public List<Introduction> listed(Language language) {
        return List.of(
                new Introduction("storyteller@example.org", "<b>Storyteller</b>", "tells it in " + language.tag()));
    }
}
