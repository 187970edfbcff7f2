// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.util.Map;
import java.util.regex.Pattern;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/**
 * A comment as it was sent.
 *
 * @param website the field that people do not see; whoever fills it is a machine
 * @param reply the number of the thread that it answers, or nothing
 * @param time when its page was made, as the page carries it
 * @param language the language of the page it was sent from, in which its sender is answered
 */
public record CommentDraft(
        String name, String email, String body, String website, String reply, String time, Language language) {
    static final String NAME = "name";
    static final String EMAIL = "email";
    static final String BODY = "body";
    static final String WEBSITE = "website";
    static final String REPLY = "reply";
    static final String TIME = "time";

    static final int LONGEST_NAME = 80;
    static final int LONGEST_BODY = 3_000;
    private static final int LONGEST_EMAIL = 254;

    // RFC 5321's lengths and RFC 6531's letters of any script; quoted and address-literal forms are not for readers.
    private static final Pattern WELL_FORMED = Pattern.compile(
            "(?=[^@]{1,64}@)[^\\s@.,:;<>()\\[\\]\\\\\"]++(?:\\.[^\\s@.,:;<>()\\[\\]\\\\\"]++)*+"
                    + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?\\.)+[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?");

    public CommentDraft(String name, String email, String body, Language language) {
        this(name, email, body, "", "", "", language);
    }

    /** The fields of a form as they were sent; a field that was not sent is empty. */
    public static CommentDraft of(Map<String, String> sent, Language language) {
        return new CommentDraft(
                sent.getOrDefault(NAME, ""),
                sent.getOrDefault(EMAIL, ""),
                sent.getOrDefault(BODY, ""),
                sent.getOrDefault(WEBSITE, ""),
                sent.getOrDefault(REPLY, ""),
                sent.getOrDefault(TIME, ""),
                language);
    }

    /** The form as it should come back: what was typed, and beside each field what to do about it. */
    Form form() {
        var words = DiscussionWords.in(language);
        var author = author();
        var address = address();
        var text = text();
        // In the order of the page: the focus goes to the first field that fails.
        return Form.of(Map.of(NAME, author.text(), EMAIL, address.text(), BODY, text.text(), REPLY, reply, TIME, time))
                .check(BODY, text.readable(), words::unreadable)
                .check(BODY, text.visible(), words::bodyMissing)
                .check(BODY, text.length() <= LONGEST_BODY, () -> words.bodyLong(text.length(), LONGEST_BODY))
                .check(NAME, author.readable(), words::unreadable)
                .check(NAME, author.visible(), words::nameMissing)
                .check(NAME, author.length() <= LONGEST_NAME, () -> words.nameLong(author.length(), LONGEST_NAME))
                .check(EMAIL, address.readable(), words::unreadable)
                .check(EMAIL, address.visible(), words::emailMissing)
                .check(EMAIL, address.length() <= LONGEST_EMAIL && wellFormed(address), words::emailWrong);
    }

    Typed author() {
        return Typed.line(name);
    }

    Typed address() {
        return Typed.address(email);
    }

    Typed text() {
        return Typed.paragraphs(body);
    }

    boolean byMachine() {
        return !website.isEmpty();
    }

    /** Says nothing of its sender: a draft that reaches a log must not carry an address there. */
    @Override
    public String toString() {
        return "CommentDraft[" + language + "]";
    }

    private static boolean wellFormed(Typed address) {
        return WELL_FORMED.matcher(address.text()).matches();
    }
}
