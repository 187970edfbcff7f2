// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Papers as everybody may read them: those whose distribution is public and that were not withdrawn, each with its latest
 * revision alone, for those before it may have been for fewer. It enters no circle, and so sees no party's own.
 */
@Component
public class PublicPapers {
    private final PaperStore papers;
    private final Contents contents;

    PublicPapers(PaperStore papers, Contents contents) {
        this.papers = papers;
        this.contents = contents;
    }

    /**
     * The latest first.
     *
     * @param topic with all below it, between strokes; empty for every topic
     * @param before the paper that they come after, if any
     */
    @Transactional(readOnly = true)
    public List<Paper> of(UUID committee, String topic, @Nullable PaperId before, int most) {
        return papers.published(committee, topic, before, most).stream()
                .map(PublicPapers::latest)
                .toList();
    }

    @Transactional(readOnly = true)
    public int count(UUID committee, String topic) {
        return papers.countPublished(committee, topic);
    }

    @Transactional(readOnly = true)
    public Optional<Paper> find(PaperId paper) {
        return papers.published(paper).map(PublicPapers::latest);
    }

    /**
     * Its content from one octet to another, as {@link Documents#read}.
     *
     * @param paper as {@link #find} gave it
     */
    public Optional<InputStream> read(Paper paper, long first, long last) {
        if (paper.distribution() != Distribution.PUBLIC || paper.withdrawn() != null) {
            throw new IllegalArgumentException("Not a public paper");
        }
        try {
            return Optional.of(contents.read(paper.circle(), paper.latest(), first, last, null));
        } catch (Vault.Away told) {
            return Optional.empty();
        }
    }

    private static Paper latest(Paper paper) {
        return paper.with(List.of(paper.latest()));
    }
}
