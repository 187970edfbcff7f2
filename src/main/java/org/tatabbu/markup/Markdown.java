// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.markup;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody wrote as a part of a page. What reaches the page is made of the tree alone: markup that somebody wrote is shown
 * as it was written, an image is its text, and a link leads to the web or to a mailbox or is no link.
 *
 * @param pictures those it may show, by the destination that the text gives them; any other is its words
 */
public record Markdown(String text, Map<String, Shown> pictures) implements Content {
    /** A tree deeper than this is shown as it was written: drawing it would exhaust the stack. */
    public static final int DEEPEST = 40;

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(DEEPEST).build();
    /** A note, without pictures. */
    public static Markdown note(String text) {
        return new Markdown(text, Map.of());
    }

    /** The body of an article. */
    public static Markdown article(String text, Map<String, Shown> pictures) {
        return new Markdown(text, pictures);
    }

    /**
     * A picture where it is shown.
     *
     * @param address where its bytes are
     */
    public record Shown(String address, int width, int height) {}

    /**
     * A picture as a text names it.
     *
     * @param alt the words for whoever does not see it
     * @param first whether nothing stands before it
     */
    public record Named(String destination, String alt, boolean first) {}

    /** The tree of a text, or nothing where it is too deep to be walked. */
    static @Nullable Node tree(String text) {
        var tree = PARSER.parse(text);
        return depth(tree) > DEEPEST ? null : tree;
    }

    /** The pictures that a text names, in order. */
    public static List<Named> named(String text) {
        var tree = tree(text);
        if (tree == null) {
            return List.of();
        }
        var naming = new Naming();
        tree.accept(naming);
        return naming.named;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html());
    }

    public String html() {
        var tree = tree(text);
        var renderer = HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> this::mark)
                .build();
        if (tree == null) {
            return renderer.render(asWritten(text));
        }
        tree.accept(new Taming(pictures));
        return renderer.render(tree);
    }

    private static Document asWritten(String text) {
        var document = new Document();
        var paragraph = new Paragraph();
        paragraph.appendChild(new Text(text));
        document.appendChild(paragraph);
        return document;
    }

    private static int depth(Node root) {
        int deepest = 0;
        int depth = 0;
        Node node = root;
        while (true) {
            deepest = Math.max(deepest, depth);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (!node.equals(root) && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            if (node.equals(root)) {
                return deepest;
            }
            node = node.getNext();
        }
    }

    private void mark(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link) {
            attributes.put("rel", "noopener nofollow noreferrer");
        } else if (node instanceof Image image) {
            var shown = pictures.get(image.getDestination());
            if (shown != null) {
                attributes.put("src", shown.address());
                attributes.put("width", Integer.toString(shown.width()));
                attributes.put("height", Integer.toString(shown.height()));
                attributes.put("loading", "lazy");
                attributes.remove("title");
            }
        } else if (!(node instanceof Code)) {
            attributes.put("dir", "auto");
        }
    }

    private static boolean leads(String destination) {
        int colon = destination.indexOf(':');
        return colon > 0 && SCHEMES.contains(destination.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    /** Headings begin below the page's own, however a text begins, and none is left out on the way down. */
    private static final class Taming extends AbstractVisitor {
        private static final int TITLE = 1;
        private static final int LOWEST = 6;

        private int last = TITLE;
        private int shift;
        private final Map<String, Shown> pictures;

        Taming(Map<String, Shown> pictures) {
            this.pictures = pictures;
        }

        @Override
        public void visit(Heading heading) {
            if (last == TITLE) {
                shift = TITLE + 1 - heading.getLevel();
            }
            last = Math.clamp(heading.getLevel() + shift, TITLE + 1, Math.min(last + 1, LOWEST));
            heading.setLevel(last);
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            if (!pictures.containsKey(image.getDestination())) {
                unwrap(image);
            }
        }

        @Override
        public void visit(Link link) {
            if (leads(link.getDestination())) {
                visitChildren(link);
            } else {
                unwrap(link);
            }
        }

        private void unwrap(Node node) {
            visitChildren(node);
            while (node.getFirstChild() != null) {
                node.insertBefore(node.getFirstChild());
            }
            node.unlink();
        }
    }

    private static final class Naming extends AbstractVisitor {
        private final List<Named> named = new ArrayList<>();
        private boolean first = true;

        @Override
        public void visit(Image image) {
            var words = new Naming.Words();
            image.accept(words);
            named.add(new Named(image.getDestination(), words.said.toString().strip(), first));
        }

        @Override
        public void visit(Text text) {
            first = false;
        }

        private static final class Words extends AbstractVisitor {
            private final StringBuilder said = new StringBuilder();

            @Override
            public void visit(Text text) {
                said.append(text.getLiteral());
            }
        }
    }
}
