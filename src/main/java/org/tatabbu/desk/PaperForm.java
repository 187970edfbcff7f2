// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.tatabbu.documents.Distribution;
import org.tatabbu.documents.Paper;
import org.tatabbu.documents.PaperDraft;
import org.tatabbu.documents.PaperKind;
import org.tatabbu.documents.PaperSymbol;
import org.tatabbu.documents.Upload;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.page.Form;

/** The form of a paper: from what was sent to a draft. */
record PaperForm(Language reader, Form sent) {
    static final Form BLANK = Form.of(Map.of("distribution", Distribution.PARTY.name()));

    private static final String TITLE = "title_";

    /** The form with what must be mended beside each field; {@code topics} are those that stand to choose. */
    Form checked(List<String> topics) {
        var words = PaperWords.in(reader);
        var form = sent.check("topic", topics::contains, words.paperTopicMissing())
                .check("kind", value -> named(PaperKind.values(), value).isPresent(), words.paperKindMissing());
        form = symbolChecked(form, words);
        if (title().empty()) {
            form = form.wrong(TITLE + reader.tag(), words.paperTitleMissing());
        }
        for (var language : Language.ALL) {
            form = form.check(
                    TITLE + language.tag(),
                    value -> value.length() <= PaperDraft.LONGEST_TITLE,
                    words.paperTitleTooLong(PaperDraft.LONGEST_TITLE));
        }
        form = form.check(
                "distribution",
                value -> named(Distribution.values(), value).isPresent(),
                words.paperDistributionMissing());
        // Nobody brings to everybody what they meant for fewer by a slip in a list.
        return form.check(
                "sure",
                value -> value.equals("yes") || !sent.value("distribution").equals(Distribution.PUBLIC.name()),
                words.paperPublicTickMissing());
    }

    /** What a paper bears already, to be kept or changed when it is shown to more readers. */
    static Form widening(Paper paper) {
        var symbol = paper.symbol();
        return Form.of(Map.of("symbol", symbol == null ? "" : symbol.text()));
    }

    Form checkedForWidening() {
        var words = PaperWords.in(reader);
        return symbolChecked(sent, words).check("sure", "yes"::equals, words.paperWidenTickMissing());
    }

    private static Form symbolChecked(Form form, PaperWords words) {
        return form.check(
                "symbol", value -> value.isEmpty() || PaperSymbol.typed(value).isPresent(), words.paperSymbolWrong());
    }

    /** Call only on a form that {@link #checked} passes. */
    PaperDraft draft() {
        return new PaperDraft(
                PaperSymbol.typed(sent.value("symbol")).orElse(null),
                named(PaperKind.values(), sent.value("kind")).orElseThrow(),
                title(),
                named(Distribution.values(), sent.value("distribution")).orElseThrow(),
                sent.value("topic"));
    }

    private LocalText title() {
        return new LocalText(plain(TITLE + "ar"), plain(TITLE + "fr"), plain(TITLE + "en"));
    }

    // A title is one line without hidden characters; the two joiners are part of how some words are written.
    private String plain(String field) {
        return sent.value(field).replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\u200C\\u200D]]+", " ");
    }

    static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }

    /** A part of a form, which the server keeps on its disk as long as the request lasts. */
    record Sent(@Nullable MultipartFile file) implements Upload {
        @Override
        public String name() {
            var name = file == null ? null : file.getOriginalFilename();
            return name == null ? "" : name;
        }

        @Override
        public long size() {
            return file == null ? 0 : file.getSize();
        }

        @Override
        public InputStream open() throws IOException {
            return Objects.requireNonNull(file).getInputStream();
        }
    }
}
