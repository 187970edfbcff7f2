// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A JTE template as its author wrote it: the HTML, with all branches one after the other and each piece of code set aside
 * under a mark. The HTML is parsed as XML is, so that a row without its table keeps its tags.
 */
public final class Template {
    private static final Pattern HEAD = Pattern.compile("@(import|param)\\b[^\\n]*");
    private static final Pattern OPENING =
            Pattern.compile("@(if|elseif|for|template(?:\\.\\w+)+)\\s*\\(|!\\{|\\$unsafe\\{|\\$\\{");
    private static final Pattern BARE = Pattern.compile("@(else|endif|endfor|raw|endraw)\\b");
    private static final Pattern MARK = Pattern.compile("\uE000(\\d+)\uE001");

    private final Path file;
    private final String source;
    private final List<String> codes = new ArrayList<>();
    private final StringBuilder html = new StringBuilder();
    private int at;

    public Template(Path file) {
        this.file = file;
        this.source = Rooms.text(file);
        read('\0');
    }

    public String source() {
        return source;
    }

    public Document html() {
        return Jsoup.parse(html.toString(), "", Parser.xmlParser());
    }

    /** The pieces of code, such as {@code ${page.title()}}, that stand in a text or an attribute. */
    public List<String> codesIn(String text) {
        return MARK.matcher(text)
                .results()
                .map(mark -> codes.get(Integer.parseInt(mark.group(1))))
                .toList();
    }

    /** The same for an element with all that is in it. */
    public String codesIn(Element element) {
        return codesIn(element.outerHtml()).stream().collect(Collectors.joining("\n"));
    }

    public List<String> codes() {
        return List.copyOf(codes);
    }

    /** A text without its code. */
    public static String literal(String text) {
        return MARK.matcher(text).replaceAll("");
    }

    /** The path below the base package, such as {@code page/Layout.jte}. */
    @Override
    public String toString() {
        return Rooms.SOURCES.relativize(file).toString().replace('\\', '/');
    }

    /** Reads HTML up to the end, or up to the back-quote that ends a piece of content. */
    private void read(char end) {
        while (at < source.length() && source.charAt(at) != end) {
            if (source.startsWith("<%--", at)) {
                at = source.indexOf("--%>", at) + 4;
                continue;
            }
            var head = HEAD.matcher(source).region(at, source.length());
            var opening = OPENING.matcher(source).region(at, source.length());
            var bare = BARE.matcher(source).region(at, source.length());
            if (head.lookingAt()) {
                at = head.end();
            } else if (opening.lookingAt()) {
                code(opening.end());
            } else if (bare.lookingAt()) {
                at = bare.end();
                html.append(' ');
            } else {
                html.append(source.charAt(at++));
            }
        }
    }

    /** Sets a piece of code aside; content inside it is HTML again and follows its mark. */
    private void code(int inside) {
        int start = at;
        int mark = codes.size();
        codes.add("");
        html.append('\uE000').append(mark).append('\uE001');
        at = inside;
        int depth = 1;
        while (depth > 0) {
            char next = source.charAt(at);
            if (next == '"' || next == '\'') {
                at = afterQuoted(at);
            } else if (source.startsWith("@`", at)) {
                at += 2;
                read('`');
                at++;
            } else {
                depth += next == '(' || next == '{' ? 1 : next == ')' || next == '}' ? -1 : 0;
                at++;
            }
        }
        codes.set(mark, source.substring(start, at));
    }

    private int afterQuoted(int start) {
        int end = start + 1;
        while (source.charAt(end) != source.charAt(start)) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }
}
