// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tatabbu.brief.Topic;
import org.tatabbu.brief.TopicNames;
import org.tatabbu.committee.Membership;
import org.tatabbu.language.Language;

/** Names a commitment for the notes about it. */
@Component
class CommitmentTopics implements TopicNames {
    private final CommitmentStore store;

    CommitmentTopics(CommitmentStore store) {
        this.store = store;
    }

    static Topic of(Commitment commitment) {
        return Topic.of(Topic.Kind.COMMITMENT, commitment.id().id());
    }

    @Override
    public Optional<Named> name(Topic topic, Membership reader, Language language) {
        var committee = reader.committee();
        return Optional.of(topic)
                .filter(one -> one.kind() == Topic.Kind.COMMITMENT)
                .flatMap(Topic::id)
                .flatMap(id -> store.commitment(new CommitmentId(id)))
                .filter(commitment -> commitment.committee().equals(committee.id()))
                .map(commitment -> new Named(
                        FollowupWords.in(language).title(commitment.number()) + " · "
                                + TopicNames.opening(commitment.text().in(language)),
                        MatrixPage.path(committee) + "/" + commitment.number()));
    }
}
