package dev.multisite.report.theme;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.List;
import java.util.Locale;

/**
 * Fonts for scripts that the house's font lacks: Chinese (the 3,755 most usual characters), kana, Arabic, Hebrew, Thai and
 * Devanagari. A character of another script is written as its code point, never as an empty box. Lines run from left to
 * right, whatever they begin with.
 */
public final class Scripts {

    private static final class Holder {
        static final List<Font> FALLBACKS = List.of(
                Fonts.script("NotoSansCJKsc-common.otf"),
                Fonts.script("NotoSansArabic.ttf"),
                Fonts.script("NotoSansDevanagari.ttf"),
                Fonts.script("NotoSansHebrew.ttf"),
                Fonts.script("NotoSansThai.ttf"));
    }

    private Scripts() {}

    /** Returns whether {@code font} has all characters of {@code text}. */
    public static boolean isCovered(Font font, String text) {
        return font.canDisplayUpTo(text) < 0;
    }

    /** Returns the width of {@code text} as it is drawn in pixels. */
    public static double width(String text, Font font, FontRenderContext context) {
        return isCovered(font, text)
                ? font.getStringBounds(text, context).getWidth()
                : layout(text, font, context).getAdvance();
    }

    static TextLayout layout(String text, Font font, FontRenderContext context) {
        String shown = legible(text, font);
        AttributedString styled = new AttributedString(shown);
        styled.addAttribute(TextAttribute.RUN_DIRECTION, TextAttribute.RUN_DIRECTION_LTR);
        int start = 0;
        while (start < shown.length()) {
            Font chosen = fontFor(shown.codePointAt(start), font);
            int end = start + Character.charCount(shown.codePointAt(start));
            while (end < shown.length() && goesOn(shown.codePointAt(end), chosen, font)) {
                end += Character.charCount(shown.codePointAt(end));
            }
            styled.addAttribute(TextAttribute.FONT, chosen, start, end);
            start = end;
        }
        return new TextLayout(styled.getIterator(), context);
    }

    /** Marks, joiners and blanks belong to the letters before them. */
    private static boolean goesOn(int point, Font chosen, Font font) {
        int type = Character.getType(point);
        boolean attached = type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT
                || type == Character.SPACE_SEPARATOR;
        boolean fits = chosen.canDisplay(point) || type == Character.FORMAT;
        return (attached && fits) || fontFor(point, font).equals(chosen);
    }

    /** Returns {@code text} with characters that no font has as their code points, e.g. {@code [U+1F680]}. */
    static String legible(String text, Font font) {
        StringBuilder legible = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isKnown(point, font) || Character.getType(point) == Character.FORMAT) {
                legible.appendCodePoint(point);
            } else {
                legible.append(String.format(Locale.ROOT, "[U+%04X]", point));
            }
        });
        return legible.toString();
    }

    private static boolean isKnown(int point, Font font) {
        return font.canDisplay(point) || Holder.FALLBACKS.stream().anyMatch(known -> known.canDisplay(point));
    }

    private static Font fontFor(int point, Font font) {
        if (font.canDisplay(point)) {
            return font;
        }
        return Holder.FALLBACKS.stream()
                .filter(known -> known.canDisplay(point))
                .findFirst()
                .map(known -> known.deriveFont(font.getSize2D()))
                .orElse(font);
    }
}
