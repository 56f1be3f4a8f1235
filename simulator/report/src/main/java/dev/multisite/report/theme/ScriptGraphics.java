package dev.multisite.report.theme;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;

/**
 * Draws text of many scripts into a picture of pixels, which has no reader's fonts to fall back on. Text that the house's
 * font covers is drawn as it would be without this.
 */
public final class ScriptGraphics extends ForwardingGraphics2D {

    public ScriptGraphics(Graphics2D target) {
        super(target);
    }

    @Override
    public Graphics create() {
        return new ScriptGraphics((Graphics2D) target().create());
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (Scripts.isCovered(getFont(), text)) {
            super.drawString(text, x, y);
        } else {
            Scripts.layout(text, getFont(), getFontRenderContext()).draw(this, x, y);
        }
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return new Metrics(super.getFontMetrics(font), this);
    }

    /** Widths of text as it will be drawn. */
    private static final class Metrics extends FontMetrics {

        private static final long serialVersionUID = 1L;

        private final transient FontMetrics plain;
        private final transient ScriptGraphics graphics;

        Metrics(FontMetrics plain, ScriptGraphics graphics) {
            super(plain.getFont());
            this.plain = plain;
            this.graphics = graphics;
        }

        @Override
        public int getLeading() {
            return plain.getLeading();
        }

        @Override
        public int getAscent() {
            return plain.getAscent();
        }

        @Override
        public int getDescent() {
            return plain.getDescent();
        }

        @Override
        public int charWidth(char character) {
            return plain.charWidth(character);
        }

        @Override
        public int charsWidth(char[] data, int offset, int length) {
            return stringWidth(new String(data, offset, length));
        }

        @Override
        public int stringWidth(String text) {
            return Scripts.isCovered(font, text) ? plain.stringWidth(text) : (int) Math.ceil(advance(text));
        }

        @Override
        public Rectangle2D getStringBounds(String text, Graphics context) {
            Rectangle2D bounds = plain.getStringBounds(text, graphics.target());
            return Scripts.isCovered(font, text)
                    ? bounds
                    : new Rectangle2D.Double(bounds.getX(), bounds.getY(), advance(text), bounds.getHeight());
        }

        private double advance(String text) {
            TextLayout layout = Scripts.layout(text, font, graphics.getFontRenderContext());
            return layout.getAdvance();
        }
    }
}
