// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.watch;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. Sizes are text: nobody groups their digits. */
interface WatchWords {
    String title();

    String about();

    String stopped();

    String unsealed(long entries);

    String allSealed();

    String lastCheckpoint();

    String noCheckpoint();

    String entries();

    String root();

    String publishedAt();

    String checkpointItself();

    String witnesses();

    String noWitnesses();

    String said(String what, String size);

    String refusals();

    String means(String reason, String who, String size);

    String act(String reason, String address);

    String subject(String reason);

    String stateAt();

    static WatchWords in(Language language) {
        return Words.of(WatchWords.class, language);
    }
}
