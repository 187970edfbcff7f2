// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;
import static org.tatabbu.testing.Stage.text;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Entry;
import org.tatabbu.audit.Wanted;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Role;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.moderation.Policies.Stay;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;

/** What a moderator decides for one topic alone, and what the trace tells of it. */
@OnStage
class PoliciesTest {
    private static final String PATH = "/news/a-bridge";

    @Autowired
    private Stage stage;

    @Autowired
    private Policies policies;

    @Autowired
    private Audit audit;

    private final TopicId topic = new TopicId(UUID.randomUUID());
    private Membership moderator;

    @BeforeEach
    void aModerator() {
        var parties = stage.found();
        var account = stage.account(Stage.email());
        var seat = Stage.seat(parties.committee(), parties.east().party(), Role.SECRETARY, account);
        moderator = new Membership(parties.committee(), stage.seated(seat));
    }

    private void except(TopicId which, Stay stay) {
        var what = new ModeratedTopic(moderator.committee().id().id(), text("A bridge"), PATH);
        policies.except(moderator, which, what, stay, NOON);
    }

    private Entry noted(Stay before, Stay after) {
        return new Entry(
                NOON,
                "comments.opened",
                moderator.seat().actor(),
                moderator.party().id().id(),
                false,
                PATH,
                before.noted(),
                after.noted(),
                "");
    }

    @Test
    void theTraceTellsHowATopicStoodAndHowItStandsNow() {
        except(new TopicId(UUID.randomUUID()), Stay.CLOSED);
        except(topic, Stay.OPEN);
        except(topic, Stay.CLOSED);
        except(topic, Stay.RULE);
        assertThat(audit.read(moderator.committee().id().id(), null, Wanted.ALL.of("comments"), 1)
                        .entries())
                .containsExactly(
                        noted(Stay.CLOSED, Stay.RULE),
                        noted(Stay.OPEN, Stay.CLOSED),
                        noted(Stay.RULE, Stay.OPEN),
                        noted(Stay.RULE, Stay.CLOSED));
    }
}
