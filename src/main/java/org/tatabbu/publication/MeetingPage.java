// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Language;
import org.tatabbu.proof.PublicProof;

record MeetingPage(
        Language language,
        PublicMeeting meeting,
        List<PublicArticle> articles,
        int papers,
        @Nullable PublicProof proof) {
    PublicationWords words() {
        return PublicationWords.in(language);
    }

    String title() {
        return meeting.title(language);
    }

    String description() {
        return words().meetingDescription(
                        meeting.days(language), meeting.venue().in(language));
    }
}
