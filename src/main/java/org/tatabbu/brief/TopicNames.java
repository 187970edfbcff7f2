// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.util.Optional;
import org.tatabbu.committee.Committee;
import org.tatabbu.language.Language;

/** What a topic is called today in a reader's language; the rooms that keep the topics implement it. */
public interface TopicNames {
    Optional<String> name(Topic topic, Committee committee, Language language);
}
