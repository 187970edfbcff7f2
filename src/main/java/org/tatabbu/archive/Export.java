// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.archive;

import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tatabbu.acts.PublicRegister;
import org.tatabbu.discussion.CommentsSection;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.page.Site;
import org.tatabbu.publication.PublicArea;
import org.tatabbu.publication.PublicArticle;
import org.tatabbu.publication.PublicClause;
import org.tatabbu.publication.PublicCommittee;
import org.tatabbu.publication.PublicMeeting;
import org.tatabbu.publication.PublicSeal;
import org.tatabbu.publication.Published;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything public as one JSON document, written as it is read. Its members are named here one by one: what a snapshot
 * holds may grow without a word to those who read this, and without ever telling them more than was meant.
 *
 * @param comments what readers said about an article and a moderator let stand
 */
record Export(
        Site site,
        Published published,
        PublicRegister register,
        Function<PublicArticle, List<CommentsSection.Shown>> comments) {
    private static final JsonMapper JSON = JsonMapper.shared();

    void to(OutputStream out) {
        try (var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("format", "tatabbu-public-1");
            json.writeStringProperty("site", site.address("/"));
            list(json, "committees", to -> published.eachCommittee(one -> committee(json, one)));
            list(json, "meetings", to -> published.eachMeeting(one -> meeting(json, one)));
            list(json, "articles", to -> published.eachArticle(one -> article(json, one)));
            list(json, "acts", to -> register.each(one -> act(json, one)));
            json.writeEndObject();
        }
    }

    private void act(JsonGenerator json, PublicRegister.Entry entry) {
        var one = entry.act();
        json.writeStartObject();
        json.writeStringProperty("id", one.id().toString());
        json.writeStringProperty("committee", entry.committee());
        address(json, entry.path());
        json.writeBooleanProperty("fictional", one.fictional());
        json.writeStringProperty("kind", one.kind());
        json.writeNumberProperty("year", one.year());
        text(json, "title", one.title());
        text(json, "heading", one.heading());
        day(json, "adopted", one.adopted());
        day(json, "inForce", one.inForce());
        json.writeBooleanProperty("pending", one.pending());
        day(json, "repealed", one.repealed());
        text(json, "basis", one.basis());
        each(json, "clauses", one.clauses(), clause -> {
            json.writeNumberProperty("number", clause.number());
            text(json, "verb", clause.verb());
            text(json, "text", clause.text());
        });
        json.writeStringProperty("digest", one.digest());
        json.writeEndObject();
    }

    private void committee(JsonGenerator json, PublicCommittee one) {
        json.writeStartObject();
        json.writeStringProperty("slug", one.slug());
        address(json, "/committees/" + one.slug());
        json.writeBooleanProperty("fictional", one.fictional());
        text(json, "name", one.name());
        text(json, "purpose", one.purpose());
        json.writeName("mandate");
        json.writeStartObject();
        text(json, "authority", one.mandateAuthority());
        text(json, "text", one.mandate());
        day(json, "on", one.mandateOn());
        json.writeEndObject();
        each(json, "parties", one.parties(), party -> {
            json.writeStringProperty("side", party.side());
            text(json, "name", party.name());
            each(json, "heads", party.heads(), head -> {
                text(json, "title", head.title());
                text(json, "office", head.office());
            });
        });
        areas(json, one.areas());
        each(json, "commitments", one.commitments(), owed -> {
            json.writeStringProperty("number", owed.number());
            json.writeStringProperty("side", owed.side());
            text(json, "owner", owed.owner());
            text(json, "body", owed.body());
            text(json, "text", owed.text());
            day(json, "due", owed.due());
            json.writeBooleanProperty("done", owed.done());
            json.writeBooleanProperty("disputed", owed.disputed());
            each(json, "reports", owed.reports(), report -> {
                json.writeStringProperty("side", report.side());
                text(json, "party", report.party());
                text(json, "status", report.status());
            });
        });
        json.writeEndObject();
    }

    private void meeting(JsonGenerator json, PublicMeeting one) {
        json.writeStartObject();
        json.writeStringProperty("committee", one.committee());
        json.writeNumberProperty("number", one.number());
        address(json, one.path());
        json.writeBooleanProperty("fictional", one.fictional());
        day(json, "firstDay", one.firstDay());
        day(json, "lastDay", one.lastDay());
        text(json, "venue", one.venue());
        text(json, "mandate", one.mandate());
        json.writeBooleanProperty("closed", one.closed());
        each(json, "chairs", one.chairs(), chair -> {
            json.writeStringProperty("side", chair.side());
            text(json, "party", chair.party());
            text(json, "title", chair.title());
            text(json, "office", chair.office());
        });
        each(json, "agenda", one.agenda(), item -> {
            json.writeStringProperty("label", item.label());
            text(json, "title", item.title());
        });
        each(json, "sideMeetings", one.sideMeetings(), side -> {
            text(json, "subject", side.subject());
            text(json, "bodies", side.bodies());
            text(json, "level", side.level());
        });
        areas(json, one.areas());
        clauses(json, one.clauses());
        seal(json, one.seal());
        json.writeEndObject();
    }

    private void article(JsonGenerator json, PublicArticle one) {
        json.writeStartObject();
        json.writeStringProperty("slug", one.slug());
        address(json, "/news/" + one.slug());
        json.writeStringProperty("committee", one.committee());
        json.writeBooleanProperty("fictional", one.fictional());
        json.writeNumberProperty("meeting", one.meeting());
        day(json, "day", one.day());
        text(json, "title", one.title());
        text(json, "lead", one.lead());
        text(json, "body", one.body());
        text(json, "authority", one.authority());
        areas(json, one.areas());
        clauses(json, one.clauses());
        seal(json, one.seal());
        each(json, "comments", comments.apply(one), comment -> {
            json.writeStringProperty("id", comment.id().toString());
            json.writeStringProperty("author", comment.author());
            json.writeStringProperty("posted", comment.posted().toString());
            json.writeStringProperty("text", String.join("\n\n", comment.paragraphs()));
        });
        json.writeEndObject();
    }

    private void areas(JsonGenerator json, List<PublicArea> areas) {
        each(json, "areas", areas, area -> {
            text(json, "name", area.name());
            json.writeNumberProperty("introducedAt", area.introducedAt());
        });
    }

    private void clauses(JsonGenerator json, List<PublicClause> clauses) {
        each(json, "clauses", clauses, clause -> {
            json.writeNumberProperty("number", clause.number());
            json.writeStringProperty("verb", clause.word());
            text(json, "text", clause.text());
        });
    }

    private void seal(JsonGenerator json, @Nullable PublicSeal seal) {
        json.writeName("seal");
        if (seal == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        text(json, "act", seal.act());
        json.writeNumberProperty("year", seal.year());
        json.writeNumberProperty("number", seal.number());
        json.writeStringProperty("digest", seal.digest());
        json.writeStringProperty("presentedAt", seal.presentedAt().toString());
        each(json, "adoptedBy", seal.adoptedBy(), by -> {
            json.writeStringProperty("side", by.side());
            text(json, "party", by.party());
            json.writeStringProperty("at", by.at().toString());
        });
        json.writeEndObject();
    }

    private void address(JsonGenerator json, String path) {
        text(json, "address", LocalText.each(language -> site.address("/" + language.tag() + path)));
    }

    private static void text(JsonGenerator json, String name, LocalText text) {
        json.writeName(name);
        json.writeStartObject();
        Language.ALL.forEach(language -> json.writeStringProperty(language.tag(), text.in(language)));
        json.writeEndObject();
    }

    private static void day(JsonGenerator json, String name, @Nullable Object day) {
        json.writeName(name);
        if (day == null) {
            json.writeNull();
        } else {
            json.writeString(day.toString());
        }
    }

    private static void list(JsonGenerator json, String name, Consumer<JsonGenerator> each) {
        json.writeName(name);
        json.writeStartArray();
        each.accept(json);
        json.writeEndArray();
    }

    private static <T> void each(JsonGenerator json, String name, List<T> some, Consumer<T> to) {
        list(
                json,
                name,
                array -> some.forEach(one -> {
                    array.writeStartObject();
                    to.accept(one);
                    array.writeEndObject();
                }));
    }
}
