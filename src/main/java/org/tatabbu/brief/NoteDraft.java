// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

/**
 * What somebody wants a note to say.
 *
 * @param text Markdown
 */
public record NoteDraft(Note.Kind kind, String title, String text) {
    public NoteDraft {
        title = NoteText.line(title);
        text = NoteText.normal(text);
    }

    boolean fits() {
        return !title.isEmpty() && title.length() <= NoteText.LONGEST_TITLE && NoteText.fits(text);
    }
}
