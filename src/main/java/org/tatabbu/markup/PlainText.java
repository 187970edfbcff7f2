// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.markup;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a text in Markdown, for whoever reads no marks: a search, a feed, a program. */
public final class PlainText {
    private PlainText() {}

    /** Its paragraphs and headings with an empty line between them; a link or a picture is its words. */
    public static String of(String markdown) {
        var tree = Markdown.tree(markdown);
        if (tree == null) {
            return markdown;
        }
        var reading = new Reading();
        tree.accept(reading);
        return String.join("\n\n", reading.blocks);
    }

    private static final class Reading extends AbstractVisitor {
        private final List<String> blocks = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();

        private void block(Node node) {
            visitChildren(node);
            end();
        }

        private void end() {
            var said = words.toString().strip();
            if (!said.isEmpty()) {
                blocks.add(said);
            }
            words.setLength(0);
        }

        private void literal(String text) {
            words.append(text);
            end();
        }

        @Override
        public void visit(Paragraph paragraph) {
            block(paragraph);
        }

        @Override
        public void visit(Heading heading) {
            block(heading);
        }

        @Override
        public void visit(FencedCodeBlock code) {
            literal(code.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            literal(code.getLiteral());
        }

        @Override
        public void visit(HtmlBlock markup) {
            literal(markup.getLiteral());
        }

        @Override
        public void visit(Text text) {
            words.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            words.append(code.getLiteral());
        }

        @Override
        public void visit(HtmlInline markup) {
            words.append(markup.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak line) {
            words.append(' ');
        }

        @Override
        public void visit(HardLineBreak line) {
            words.append('\n');
        }
    }
}
