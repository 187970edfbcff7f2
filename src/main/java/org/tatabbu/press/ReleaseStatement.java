// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tatabbu.article.Article;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.statement.CanonicalJson;
import org.tatabbu.statement.Digest;
import org.tatabbu.statement.Octets;

/** The canonical bytes that press offices clear: everything that will be read, who issues it, and from when on. */
record ReleaseStatement(Octets octets, Digest digest) {
    static final String TYPE = "application/vnd.tatabbu.release.v1+json";

    static ReleaseStatement of(Release release, Article article) {
        var text = article.text();
        var document = new LinkedHashMap<String, Object>();
        document.put("type", TYPE);
        document.put("kind", release.kind().name());
        document.put("id", release.id().id().toString());
        // An edit that is undone is a revision all the same, so that an old word never speaks of a new text.
        document.put("revision", release.kind() == Release.Kind.ISSUE ? article.revision() : release.revision());
        document.put("article", article.id().id().toString());
        document.put("committee", article.committee().id().toString());
        document.put("languages", Language.ALL.stream().map(Language::tag).toList());
        document.put("slug", text.slug());
        var side = text.terms().side();
        document.put("by", side == null ? "joint" : side.id().toString());
        switch (release.kind()) {
            case ISSUE -> issue(document, article);
            case CORRIGENDUM, WITHDRAWAL -> {
                var matter = release.matter();
                document.put("was", words(matter.was()));
                document.put("now", words(matter.now()));
                document.put("why", words(matter.why()));
            }
        }
        var bytes = CanonicalJson.bytes(document);
        return new ReleaseStatement(Octets.of(bytes), Digest.of(bytes));
    }

    private static void issue(Map<String, Object> document, Article article) {
        var text = article.text();
        var meeting = article.meeting();
        var notBefore = text.terms().notBefore();
        document.put("meeting", meeting == null ? "" : meeting.id().toString());
        document.put("notBefore", notBefore == null ? "" : notBefore.toString());
        document.put("title", words(text.title()));
        document.put("lead", words(text.lead()));
        document.put("body", words(text.body()));
        document.put("authority", words(text.authority()));
        document.put("clauses", ids(text.clauses()));
        document.put(
                "paragraphs",
                text.paragraphs().stream()
                        .map(one -> Map.of("text", words(one.text()), "from", ids(one.from())))
                        .toList());
    }

    private static Map<String, String> words(LocalText text) {
        return Map.of("ar", text.ar(), "fr", text.fr(), "en", text.en());
    }

    private static List<String> ids(Collection<ClauseId> clauses) {
        return clauses.stream().map(one -> one.id().toString()).sorted().toList();
    }
}
