// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tatabbu.article.ArticleText;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.language.Language;
import org.tatabbu.markup.Markdown;
import org.tatabbu.picture.Picture;
import org.tatabbu.picture.Pictures;
import org.tatabbu.picture.PublicPictures;

/** The pictures in articles: those its committee brought, told in words in each language, and none before the text. */
@Component
class Illustrations implements PublicPictures {
    /** What a text calls a picture by, and where readers find it. */
    static final String PLACE = "/pictures/";

    private final Pictures pictures;
    private final PublicationStore store;

    Illustrations(Pictures pictures, PublicationStore store) {
        this.pictures = pictures;
        this.store = store;
    }

    @Override
    public boolean shows(String name) {
        return store.shows(name);
    }

    List<Picture> of(CommitteeId committee, ArticleText text) {
        if (!text.markup()) {
            return List.of();
        }
        var named = new LinkedHashSet<String>();
        Language.ALL.forEach(in -> named.addAll(destinations(text, in)));
        return named.stream()
                .flatMap(destination -> find(committee, destination).stream())
                .toList();
    }

    /** Whether each picture is known, shown in every language, has its words in each, and comes after some text. */
    boolean told(CommitteeId committee, ArticleText text) {
        if (!text.markup()) {
            return true;
        }
        var sets = Language.ALL.stream().map(in -> destinations(text, in)).collect(Collectors.toSet());
        return sets.size() == 1
                && sets.iterator().next().stream()
                        .allMatch(one -> find(committee, one).isPresent())
                && Language.ALL.stream()
                        .flatMap(in -> Markdown.named(text.body().in(in)).stream())
                        .allMatch(one -> !one.alt().isEmpty() && !one.first());
    }

    private static Set<String> destinations(ArticleText text, Language in) {
        return Markdown.named(text.body().in(in)).stream()
                .map(Markdown.Named::destination)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<Picture> find(CommitteeId committee, String destination) {
        return destination.matches(PLACE + Picture.NAME)
                ? pictures.find(committee.id(), destination.substring(PLACE.length()))
                : Optional.empty();
    }
}
