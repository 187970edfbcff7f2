// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import java.util.List;
import org.tatabbu.discussion.CommentsSection;
import org.tatabbu.language.Language;
import org.tatabbu.page.Site;
import org.tatabbu.publication.PublicArticle;
import org.tatabbu.publication.PublicCommittee;
import org.tatabbu.publication.PublicMeeting;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a page says, in the words of schema.org. */
record LinkedData(Site site, Language language) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ORGANIZATION = "GovernmentOrganization";

    /** @param picture the path of the picture of its title; empty where there is none */
    byte[] article(PublicArticle article, List<CommentsSection.Shown> comments, String picture) {
        var page = address("/news/" + article.slug());
        var spoken = article.spoken(language);
        var node = document("NewsArticle", page)
                .put("mainEntityOfPage", page)
                .put("headline", article.title().in(spoken))
                .put("description", article.lead().in(spoken))
                .put("articleBody", String.join("\n\n", article.paragraphs(spoken)))
                .put("inLanguage", spoken.tag())
                .put("datePublished", article.day().toString());
        if (!picture.isEmpty()) {
            node.put("image", site.address(picture));
        }
        node.putObject("author")
                .put("@type", ORGANIZATION)
                .put("name", article.authority().in(spoken));
        organization(
                node.putObject("publisher"),
                article.committee(),
                article.committeeName().in(language));
        if (article.meeting() > 0) {
            node.putObject("about")
                    .put("@type", "Event")
                    .put("@id", address("/committees/" + article.committee() + "/meetings/" + article.meeting()));
        }
        node.put("commentCount", comments.size());
        var said = node.putArray("comment");
        for (var comment : comments) {
            var one = said.addObject()
                    .put("@type", "Comment")
                    .put("url", page + comment.link())
                    .put("dateCreated", comment.posted().toString())
                    .put("text", String.join("\n\n", comment.paragraphs()));
            one.putObject("author").put("@type", "Person").put("name", comment.author());
        }
        return JSON.writeValueAsBytes(node);
    }

    byte[] committee(PublicCommittee committee) {
        var node = document(ORGANIZATION, address("/committees/" + committee.slug()))
                .put("name", committee.name().in(language))
                .put("description", committee.purpose().in(language));
        var members = node.putArray("member");
        for (var party : committee.parties()) {
            members.addObject()
                    .put("@type", ORGANIZATION)
                    .put("name", party.name().in(language));
        }
        var areas = node.putArray("knowsAbout");
        committee.areas().forEach(area -> areas.add(area.name().in(language)));
        return JSON.writeValueAsBytes(node);
    }

    byte[] meeting(PublicMeeting meeting) {
        var node = document("Event", address(meeting.path()))
                .put("name", meeting.title(language))
                .put("startDate", meeting.firstDay().toString())
                .put("endDate", meeting.lastDay().toString())
                .put("eventStatus", "https://schema.org/EventScheduled")
                .put("inLanguage", language.tag());
        node.putObject("location")
                .put("@type", "Place")
                .put("name", meeting.venue().in(language));
        organization(
                node.putObject("organizer"),
                meeting.committee(),
                meeting.committeeName().in(language));
        var agenda = node.putArray("about");
        meeting.agenda().forEach(item -> agenda.add(item.title().in(language)));
        return JSON.writeValueAsBytes(node);
    }

    private ObjectNode document(String type, String page) {
        return JSON.createObjectNode()
                .put("@context", "https://schema.org")
                .put("@type", type)
                .put("@id", page)
                .put("url", page);
    }

    private void organization(ObjectNode node, String slug, String name) {
        var page = address("/committees/" + slug);
        node.put("@type", ORGANIZATION).put("@id", page).put("name", name).put("url", page);
    }

    private String address(String path) {
        return site.address("/" + language.tag() + path);
    }
}
