package dev.multisite.report.theme;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScriptsTest {

    private static final Font INTER = Fonts.regular(20);
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    @Test
    void commonScriptsAreDrawnAsTheyAre() {
        for (String name : new String[] {"北京 上海 数据中心", "भारत मुंबई", "الرياض", "ירושלים", "กรุงเทพ", "トウキョウ", "臺灣"}) {
            assertThat(Scripts.isCovered(INTER, name)).as(name).isFalse();
            assertThat(Scripts.legible(name, INTER)).isEqualTo(name);
            assertThat(ink(name)).as(name).isPositive();
        }
    }

    @Test
    void whatNoFontHasIsWrittenAsItsCodePoint() {
        assertThat(Scripts.legible("한🚀 x", INTER)).isEqualTo("[U+D55C][U+1F680] x");
    }

    @Test
    void latinGreekAndCyrillicNeedNoOtherFont() {
        for (String name : new String[] {"São Paulo", "Zürich", "Αθήνα", "Москва", "Łódź", "Hồ Chí Minh"}) {
            assertThat(Scripts.isCovered(INTER, name)).as(name).isTrue();
            assertThat(Scripts.width(name, INTER, CONTEXT))
                    .isEqualTo(INTER.getStringBounds(name, CONTEXT).getWidth());
        }
    }

    @Test
    void aWidthIsThatOfTheFontThatDraws() {
        assertThat(Scripts.width("北京", INTER, CONTEXT)).isBetween(39.0, 41.0);
    }

    @Test
    void aTextOfAnotherScriptIsNotARowOfBoxes() {
        assertThat(ink("北京")).isNotEqualTo(ink("上海"));
        assertThat(ink("人")).isNotEqualTo(ink("国"));
    }

    private static int ink(String text) {
        BufferedImage image = new BufferedImage(400, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = new ScriptGraphics(image.createGraphics());
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(INTER);
        graphics.setColor(Color.WHITE);
        graphics.drawString(text, 4, 28);
        graphics.dispose();
        int ink = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                ink += image.getRGB(x, y) & 0xFF;
            }
        }
        return ink;
    }
}
