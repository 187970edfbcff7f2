// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a file, cut to what a parser can hold: of one text a little more than {@link Export#LONGEST}, of a comment
 * nothing, and no document type and no tag beyond {@link #LONGEST_TAG}. An octet that its encoding does not know becomes
 * U+FFFD; a control character that no such file may hold is passed over.
 */
final class Characters extends Reader {
    /** A tag with all that it holds. */
    static final int LONGEST_TAG = 100_000;

    /** What belongs to a text's marks, not to the text. */
    private static final int MARGIN = 16;

    private static final int AT_ONCE = 8_192;
    private static final int HEAD = 256;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,120}?encoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");

    private enum Within {
        TEXT,
        OPENED,
        TAG,
        INSTRUCTION,
        DECLARED,
        COMMENT_BEGUN,
        COMMENT,
        CDATA
    }

    private final Reader source;
    private final char[] read = new char[AT_ONCE];
    private final StringBuilder ready = new StringBuilder();
    private int taken;

    private Within within = Within.TEXT;
    private int run;
    private char quote;
    private boolean naming;
    private boolean cutting;
    private int marks;
    private long controls;
    private @Nullable Refused refusal;

    Characters(InputStream file) throws IOException, Refused {
        var octets = new BufferedInputStream(file, AT_ONCE);
        octets.mark(HEAD + 1);
        var head = octets.readNBytes(HEAD);
        octets.reset();
        var encoding = encoding(head);
        octets.skipNBytes(mark(head));
        source = new InputStreamReader(
                octets,
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /** How many characters were passed over. */
    long controls() {
        return controls;
    }

    /** Why it reads no further, where it was not the end. */
    @Nullable
    Refused refusal() {
        return refusal;
    }

    private static int mark(byte[] head) {
        var first = new String(head, StandardCharsets.ISO_8859_1);
        return first.startsWith("\u00ef\u00bb\u00bf")
                ? 3
                : first.startsWith("\u00fe\u00ff") || first.startsWith("\u00ff\u00fe") ? 2 : 0;
    }

    /** What the file begins with says more than what it says of itself. */
    private static Charset encoding(byte[] head) throws Refused {
        var first = new String(head, StandardCharsets.ISO_8859_1);
        if (first.startsWith("\u00fe\u00ff") || first.startsWith("\0<")) {
            return StandardCharsets.UTF_16BE;
        }
        if (first.startsWith("\u00ff\u00fe") || first.startsWith("<\0")) {
            return StandardCharsets.UTF_16LE;
        }
        var declared = DECLARED.matcher(first);
        var name = declared.find() ? declared.group(1) : "UTF-8";
        try {
            var charset = Charset.forName(name);
            boolean wide = !new String("<?".getBytes(charset), StandardCharsets.ISO_8859_1).equals("<?");
            return wide ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException | UnsupportedOperationException unknown) {
            throw new Refused(Report.Reason.ENCODING_UNKNOWN, name);
        }
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        while (taken == ready.length()) {
            ready.setLength(0);
            taken = 0;
            int more = source.read(read, 0, read.length);
            if (more < 0) {
                return -1;
            }
            for (int i = 0; i < more; i++) {
                take(read[i]);
            }
        }
        int given = Math.min(length, ready.length() - taken);
        ready.getChars(taken, taken + given, into, from);
        taken += given;
        return given;
    }

    private void take(char c) throws IOException {
        if ((c < ' ' && c != '\n' && c != '\t' && c != '\r') || c >= '\ufffe') {
            controls++;
            return;
        }
        run++;
        switch (within) {
            case TEXT -> text(c);
            case OPENED -> {
                enter(c == '!' ? Within.DECLARED : c == '?' ? Within.INSTRUCTION : Within.TAG);
                ready.append(c);
            }
            case TAG -> tag(c);
            case INSTRUCTION -> {
                within = c == '>' ? Within.TEXT : Within.INSTRUCTION;
                bounded(c);
            }
            case DECLARED -> declared(c);
            case COMMENT_BEGUN -> {
                enter(Within.COMMENT);
                ready.append(c);
            }
            case COMMENT -> comment(c);
            case CDATA -> cdata(c);
        }
    }

    private void enter(Within next) {
        within = next;
        run = 0;
        marks = 0;
        quote = 0;
        naming = false;
        cutting = false;
    }

    private boolean full(char c) {
        cutting |= run > Export.LONGEST + MARGIN && !Character.isLowSurrogate(c);
        return cutting;
    }

    private void text(char c) {
        if (c == '<') {
            enter(Within.OPENED);
            ready.append(c);
            return;
        }
        // What is left away begins neither within a reference nor with one, so that none is cut.
        if (naming || !full(c)) {
            // A reference stands for one character.
            run -= naming ? 1 : 0;
            naming = c != ';' && (naming || c == '&');
            ready.append(c);
        }
    }

    private void tag(char c) throws IOException {
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            enter(Within.TEXT);
        }
        bounded(c);
    }

    private void bounded(char c) throws IOException {
        if (run > LONGEST_TAG) {
            refuse(Report.Reason.TAG_TOO_LONG);
        }
        if (within == Within.TEXT) {
            run = 0;
        }
        ready.append(c);
    }

    private void declared(char c) throws IOException {
        if (c != '[' && c != '-') {
            refuse(Report.Reason.DOCUMENT_TYPE);
        }
        enter(c == '[' ? Within.CDATA : Within.COMMENT_BEGUN);
        ready.append(c);
    }

    private void comment(char c) {
        if (c == '>' && marks >= 2) {
            ready.append("-->");
            enter(Within.TEXT);
        }
        marks = c == '-' ? marks + 1 : 0;
    }

    private void cdata(char c) {
        boolean ends = c == '>' && marks >= 2;
        if (full(c)) {
            ready.append(ends ? "]]>" : "");
        } else {
            ready.append(c);
        }
        if (ends) {
            enter(Within.TEXT);
        }
        marks = c == ']' ? marks + 1 : 0;
    }

    private void refuse(Report.Reason why) throws IOException {
        refusal = new Refused(why, "");
        throw new IOException(why.name());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
