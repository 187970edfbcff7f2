// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.markup;

import gg.jte.Content;
import gg.jte.TemplateOutput;
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

/**
 * A text that somebody wrote as a part of a page. What reaches the page is made of the tree alone: markup that somebody wrote is shown
 * as it was written, an image is its text, and a link leads to the web or to a mailbox or is no link.
 *
 * @param above how many levels of headings the page has above it
 */
public record Markdown(String text, int above) implements Content {
    /** A tree deeper than this is shown as it was written: drawing it would exhaust the stack. */
    public static final int DEEPEST = 40;

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(DEEPEST).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> Markdown::mark)
            .build();

    /** A text below the two headings that every page of the workspace has. */
    public static Markdown note(String text) {
        return new Markdown(text, 2);
    }

    /** The body of an article, below its title. */
    public static Markdown article(String text) {
        return new Markdown(text, 1);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html());
    }

    public String html() {
        var tree = PARSER.parse(text);
        if (depth(tree) > DEEPEST) {
            return RENDERER.render(asWritten(text));
        }
        tree.accept(new Taming(above));
        return RENDERER.render(tree);
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

    private static void mark(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link) {
            attributes.put("rel", "noopener nofollow noreferrer");
        } else if (!(node instanceof Code)) {
            attributes.put("dir", "auto");
        }
    }

    private static boolean leads(String destination) {
        int colon = destination.indexOf(':');
        return colon > 0 && SCHEMES.contains(destination.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    private static final class Taming extends AbstractVisitor {
        private final int above;

        Taming(int above) {
            this.above = above;
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(heading.getLevel() + above, 6));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            unwrap(image);
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
}
