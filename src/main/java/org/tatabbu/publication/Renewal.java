// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tatabbu.copies.Copies;
import org.tatabbu.discussion.CommentsChanged;
import org.tatabbu.transparency.Sealed;

/** Has public pages made anew when what other rooms tell of them has changed. */
@Component
class Renewal {
    private final PublicationStore store;
    private final Copies copies;

    Renewal(PublicationStore store, Copies copies) {
        this.store = store;
        this.copies = copies;
    }

    @EventListener
    void renew(CommentsChanged changed) {
        store.slugOf(changed.topic().id()).ifPresent(slug -> copies.changed("/news/" + slug));
    }

    // A seal on a public page has come into the log.
    @EventListener
    void renew(Sealed sealed) {
        copies.changed();
    }
}
