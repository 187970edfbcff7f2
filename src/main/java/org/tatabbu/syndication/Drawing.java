// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import org.tatabbu.language.Language;

/** A title as a picture, for those who show one beside a link: drawn here, and not fetched from anywhere. */
record Drawing(Card card, Faces faces) {
    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final int MARGIN = 84;
    private static final int TOP = 96;
    private static final int ROOM = 390;
    private static final int LARGEST = 84;
    private static final int SMALLEST = 34;
    private static final int STEP = 2;
    private static final int SMALL = 30;
    private static final String AND_SO_ON = "…";

    private static final Color INK = new Color(0x16252b);
    private static final Color PAPER = new Color(0xfbfaf7);
    private static final Color ACCENT = new Color(0x0d5c63);
    private static final Color LINE = new Color(0xdfdcd2);

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    BufferedImage image() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            draw(graphics);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private void draw(Graphics2D graphics) {
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(ACCENT);
        graphics.fillRect(0, 0, WIDTH, 18);
        graphics.setColor(INK);
        var title = set();
        float y = TOP;
        for (var line : title.lines()) {
            y += title.leading();
            line.draw(graphics, start(line), y - line.getDescent());
        }
        graphics.setColor(LINE);
        graphics.fillRect(MARGIN, HEIGHT - 118, WIDTH - 2 * MARGIN, 2);
        graphics.setColor(ACCENT);
        var foot = new TextLayout(styled(card.site(), SMALL).getIterator(), CONTEXT);
        foot.draw(graphics, start(foot), HEIGHT - 58);
    }

    /** Lines begin where the language begins. */
    private float start(TextLayout line) {
        return rightToLeft() ? WIDTH - MARGIN - line.getAdvance() : MARGIN;
    }

    private boolean rightToLeft() {
        return card.language() == Language.AR;
    }

    /** A title broken into lines. */
    record Setting(List<TextLayout> lines, float leading) {
        Setting {
            lines = List.copyOf(lines);
        }

        boolean fits() {
            return lines.size() * leading <= ROOM;
        }
    }

    /** As large as there is room for; what is too long even in small letters ends where the room does. */
    Setting set() {
        var text = card.title().strip().replaceAll("\\s+", " ");
        for (int size = LARGEST; size > SMALLEST; size -= STEP) {
            var set = set(text, size);
            if (set.fits()) {
                return set;
            }
        }
        var set = set(text, SMALLEST);
        int end = text.length();
        while (!set.fits()) {
            int space = text.lastIndexOf(' ', end - 1);
            end = space > 0 ? space : text.offsetByCodePoints(end, -1);
            set = set(text.substring(0, end) + AND_SO_ON, SMALLEST);
        }
        return set;
    }

    private Setting set(String text, int size) {
        var lines = new ArrayList<TextLayout>();
        var styled = styled(text, size).getIterator();
        var measurer = new LineBreakMeasurer(styled, CONTEXT);
        float leading = size * (rightToLeft() ? 1.62f : 1.28f);
        while (measurer.getPosition() < styled.getEndIndex()) {
            lines.add(measurer.nextLayout(WIDTH - 2f * MARGIN, end(measurer, text), false));
            if (lines.size() * leading > ROOM) {
                break;
            }
        }
        return new Setting(lines, leading);
    }

    /** Where the next line ends: after a space, so that no symbol such as JC/7/WP.3 is torn, unless one word fills it. */
    private static int end(LineBreakMeasurer measurer, String text) {
        int end = measurer.nextOffset(WIDTH - 2f * MARGIN);
        if (end == text.length() || text.charAt(end - 1) == ' ') {
            return end;
        }
        int space = text.lastIndexOf(' ', end - 1);
        return space > measurer.getPosition() ? space + 1 : end;
    }

    private AttributedString styled(String text, int size) {
        var styled = new AttributedString(text);
        styled.addAttribute(
                TextAttribute.RUN_DIRECTION,
                rightToLeft() ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        var face = faces.first(rightToLeft());
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int end = at + Character.charCount(point);
            face = faces.face(point, face);
            styled.addAttribute(TextAttribute.FONT, face.deriveFont((float) size), at, end);
            at = end;
        }
        return styled;
    }
}
