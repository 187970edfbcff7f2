// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;

/**
 * What of a page's HTML can be read, as Markdown: nothing of it is ever shown as HTML again.
 *
 * @param left the elements that were left out, by name
 */
record Legible(String markdown, Set<String> left) {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>~|]");
    private static final Pattern AT_THE_BEGINNING = Pattern.compile("^(\\s*|\\s*\\d+)([-+#=.)])");
    private static final Set<String> SILENT =
            Set.of(("script style noscript template iframe object embed form input button "
                            + "select textarea svg math video audio canvas link meta base")
                    .split(" "));
    private static final int DEEPEST = 20;

    /** Controls and those marks that turn the direction of a text unseen. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\u2028\\u2029]");

    /** WordPress's own orders in brackets; who means one as words doubles the brackets. */
    private static final Pattern ORDER = Pattern.compile(
            "(?<!\\[)\\[(/?)(caption|wp_caption|embed|gallery|audio|video|playlist)(?:\\s[^\\[\\]<>]{0,2000})?/?\\](?!\\])");

    /** Of these only the order itself goes: what it stands around is read. */
    private static final Set<String> AROUND_WORDS = Set.of("caption", "wp_caption", "embed");

    static Legible of(String html) {
        var reading = new Reading();
        var seen = UNSEEN.matcher(html.replace("\r", "")).replaceAll("");
        var body = Jsoup.parseBodyFragment(ORDER.matcher(seen).replaceAll(order -> {
                    if (!AROUND_WORDS.contains(order.group(2))) {
                        reading.left.add(order.group(2));
                    }
                    return "";
                }))
                .body();
        reading.blocks(body, "", 0);
        return new Legible(String.join("\n\n", reading.blocks).strip(), reading.left);
    }

    /** The text alone, without any mark: of a title, a name, a comment. */
    static String text(String html) {
        var lines = html.replace("\r", "").replaceAll("(?i)<br\\s*/?>|</p>", "\n");
        var plain = Jsoup.clean(
                lines, "", Safelist.none(), new org.jsoup.nodes.Document.OutputSettings().prettyPrint(false));
        return UNSEEN.matcher(org.jsoup.parser.Parser.unescapeEntities(plain, false))
                .replaceAll("")
                .strip();
    }

    /** Words in which nothing is a mark. */
    static String escaped(String words) {
        return words.lines()
                        .map(line -> AT_THE_BEGINNING
                                .matcher(SPECIAL.matcher(line).replaceAll("\\\\$0"))
                                .replaceFirst("$1\\\\$2"))
                        .collect(Collectors.joining("\n"))
                + (words.endsWith("\n") ? "\n" : "");
    }

    private static final class Reading {
        private final List<String> blocks = new ArrayList<>();
        private final Set<String> left = new TreeSet<>();

        /** Text that stands between blocks is divided by empty lines, as WordPress itself does when it shows it. */
        private void blocks(Element within, String before, int depth) {
            var loose = new StringBuilder();
            for (var node : within.childNodes()) {
                if (node instanceof Element element && block(element)) {
                    paragraphs(loose, before);
                    block(element, before, depth);
                } else {
                    inline(node, loose, depth);
                }
            }
            paragraphs(loose, before);
        }

        private void paragraphs(StringBuilder loose, String before) {
            for (var part : loose.toString().split("\\n[ \\t]*\\n", -1)) {
                add(before, part);
            }
            loose.setLength(0);
        }

        private void add(String before, String text) {
            var lines = text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (!lines.isEmpty()) {
                blocks.add(before + String.join("\n" + " ".repeat(before.length()), lines));
            }
        }

        private static boolean block(Element element) {
            return element.isBlock()
                    || SILENT.contains(element.normalName())
                    || element.normalName().equals("hr");
        }

        private void block(Element element, String before, int depth) {
            var name = element.normalName();
            if (SILENT.contains(name) || depth > DEEPEST) {
                left.add(name);
                return;
            }
            switch (name) {
                case "h1", "h2", "h3", "h4", "h5", "h6" ->
                    add(
                            before,
                            "#".repeat(Math.max(2, name.charAt(1) - '0')) + " "
                                    + inline(element, depth).replace("\n", " "));
                case "ul", "ol" -> list(element, before, depth);
                case "blockquote" -> quote(element, before, depth);
                case "hr" -> add(before, "---");
                case "table" -> {
                    left.add(name);
                    element.select("tr").stream()
                            .filter(row -> element.equals(row.closest("table")))
                            .forEach(row -> add(before, row(row, depth)));
                }
                default -> blocks(element, before, depth + 1);
            }
        }

        private String row(Element row, int depth) {
            return row.children().stream()
                    .map(cell -> inline(cell, depth + 1).replace("\n", " ").strip())
                    .collect(Collectors.joining(" — "));
        }

        private void list(Element list, String before, int depth) {
            int number = 1;
            for (var item : list.children()) {
                var mark = list.normalName().equals("ol") ? number++ + ". " : "- ";
                int from = blocks.size();
                blocks(item, before + " ".repeat(mark.length()), depth + 1);
                if (blocks.size() > from) {
                    var first = blocks.get(from);
                    blocks.set(
                            from,
                            before + mark + first.substring(Math.min(first.length(), before.length() + mark.length())));
                }
            }
        }

        private void quote(Element quote, String before, int depth) {
            int from = blocks.size();
            blocks(quote, "", depth + 1);
            var quoted = new ArrayList<>(blocks.subList(from, blocks.size()));
            blocks.subList(from, blocks.size()).clear();
            if (!quoted.isEmpty()) {
                var text = String.join("\n\n", quoted);
                blocks.add(text.lines()
                        .map(line -> before + ("> " + line).stripTrailing())
                        .collect(Collectors.joining("\n")));
            }
        }

        private String inline(Element element, int depth) {
            var text = new StringBuilder();
            element.childNodes().forEach(node -> inline(node, text, depth + 1));
            return text.toString().strip();
        }

        private void inline(Node node, StringBuilder text, int depth) {
            if (node instanceof TextNode words) {
                text.append(escaped(words.getWholeText()));
            } else if (node instanceof Element element) {
                marked(element, text, depth);
            }
        }

        private void marked(Element element, StringBuilder text, int depth) {
            var name = element.normalName();
            if (SILENT.contains(name) || depth > DEEPEST) {
                left.add(name);
                return;
            }
            switch (name) {
                case "br" -> text.append("\n");
                case "img" -> {
                    left.add("img");
                    text.append(escaped(element.attr("alt")));
                }
                case "strong", "b" -> between("**", element, text, depth);
                case "em", "i", "cite" -> between("*", element, text, depth);
                case "a" -> link(element, text, depth);
                default -> element.childNodes().forEach(child -> inline(child, text, depth + 1));
            }
        }

        private void between(String mark, Element element, StringBuilder text, int depth) {
            var inside = inline(element, depth);
            text.append(inside.isEmpty() || inside.contains("\n") ? inside : mark + inside + mark);
        }

        private void link(Element element, StringBuilder text, int depth) {
            var inside = inline(element, depth).replace("\n", " ");
            var to = element.attr("href").strip();
            boolean leads =
                    to.toLowerCase(Locale.ROOT).matches("(https?://|mailto:)[^\\s<>\\\\]+") && !inside.isEmpty();
            text.append(leads ? "[" + inside + "](<" + to + ">)" : inside);
        }
    }
}
