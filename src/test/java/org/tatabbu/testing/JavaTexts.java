// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The texts written in a Java file: string literals and text blocks, sums of them in one piece. */
public final class JavaTexts {
    /** Stands in a sum of texts for a part that is not written there. */
    public static final String UNKNOWN = "\uFFFC";

    private JavaTexts() {}

    public static List<String> in(Path file) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            var texts = new ArrayList<String>();
            for (var unit : task.parse()) {
                unit.accept(new Reader(), texts);
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reader extends TreeScanner<@Nullable Void, List<String>> {
        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, List<String> texts) {
            if (literal.getValue() instanceof String text) {
                texts.add(text);
            }
            return null;
        }

        @Override
        public @Nullable Void visitBinary(BinaryTree sum, List<String> texts) {
            if (sum.getKind() != Tree.Kind.PLUS) {
                return super.visitBinary(sum, texts);
            }
            var text = new StringBuilder();
            append(sum, text, texts);
            texts.add(text.toString());
            return null;
        }

        private void append(ExpressionTree part, StringBuilder text, List<String> texts) {
            if (part instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                append(sum.getLeftOperand(), text, texts);
                append(sum.getRightOperand(), text, texts);
            } else if (part instanceof ParenthesizedTree inner) {
                append(inner.getExpression(), text, texts);
            } else if (part instanceof LiteralTree literal && literal.getValue() instanceof String written) {
                text.append(written);
            } else {
                text.append(UNKNOWN);
                part.accept(this, texts);
            }
        }
    }
}
