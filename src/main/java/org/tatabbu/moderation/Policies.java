// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.Membership;
import org.tatabbu.copies.Copies;
import org.tatabbu.copies.Kept;
import org.tatabbu.discussion.Policy;
import org.tatabbu.discussion.Topic;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.language.Language;

/** What committees ask of comments, as their moderators write it. */
@Component
@Transactional
class Policies implements Policy.Makers {
    private static final int KEPT = 1_000;

    private final PolicyStore store;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Kept<About, Asked> asked;

    Policies(PolicyStore store, Audit audit, ApplicationEventPublisher events, Copies copies) {
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.asked = copies.kept(KEPT);
    }

    private record About(Topic topic, Language language) {}

    private record Asked(Stance stance, WordList listed, Optional<Boolean> open) {}

    // Asked with every comment: no transaction where it is known.
    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Policy policy(Topic topic, Language language, Instant at) {
        var known = asked.get(new About(topic, language), this::read);
        var open = known.open.orElseGet(() -> known.stance.takes(topic, at));
        return new Policy(open, known.stance.waits(), known.stance.links(), known.listed::in);
    }

    private Asked read(About about) {
        var forum = about.topic.forum();
        return new Asked(
                store.stance(forum),
                new WordList(store.folded(forum, about.language)),
                store.exception(about.topic.id()));
    }

    @Transactional(readOnly = true)
    Stance stance(UUID forum) {
        return store.stance(forum);
    }

    @Transactional(readOnly = true)
    List<PolicyStore.Word> words(UUID forum) {
        return store.words(forum);
    }

    @Transactional(readOnly = true)
    Map<TopicId, Boolean> exceptions(Set<TopicId> topics) {
        return store.exceptions(topics);
    }

    /** Writes a stance over the one that was read; false where somebody else has written meanwhile. */
    boolean write(Membership by, Stance next, Instant at) {
        var forum = forum(by);
        var before = store.stance(forum);
        if (before.version() != next.version() - 1 || !store.write(forum, next)) {
            return false;
        }
        note("policy.written", by, "", before.brief(), next.brief(), at);
        return true;
    }

    /** Lists a word; false where it was listed before. */
    boolean list(Membership by, Language language, String written, Instant at) {
        var word = new PolicyStore.Word(language, written, WordList.key(written));
        boolean added = store.add(forum(by), word);
        if (added) {
            note("word.listed", by, language.tag(), "", written, at);
        }
        return added;
    }

    void strike(Membership by, Language language, String folded, Instant at) {
        if (store.remove(forum(by), language, folded)) {
            note("word.struck", by, language.tag(), folded, "", at);
        }
    }

    /** Opens or closes one topic whatever the rule says, or has it follow the rule again. */
    void except(Membership by, TopicId topic, ModeratedTopic what, Stay stay, Instant at) {
        var before = Stay.of(store.exception(topic));
        if (stay == Stay.RULE) {
            store.follow(topic);
        } else {
            store.except(topic, stay == Stay.OPEN);
        }
        note("comments.opened", by, what.path(), before.noted(), stay.noted(), at);
    }

    /** How a topic stands beside its committee's rule. */
    enum Stay {
        RULE,
        OPEN,
        CLOSED;

        /** As a trace has it, beside the states of other things. */
        String noted() {
            return "COMMENTS_" + name();
        }

        static Stay of(Optional<Boolean> open) {
            return open.map(takes -> takes ? OPEN : CLOSED).orElse(RULE);
        }
    }

    private static UUID forum(Membership by) {
        return by.committee().id().id();
    }

    private void note(String what, Membership by, String about, String before, String after, Instant at) {
        var party = by.seat().party().id();
        audit.note(Change.joint(what, by.seat().actor(), party, forum(by), about, before, after), at);
        events.publishEvent(new PolicyChanged(forum(by)));
    }
}
