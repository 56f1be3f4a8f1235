package dev.multisite.report.theme;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Contrasts as WCAG 2 computes them: 4.5 for text, 3 for graphics. */
class PaletteTest {

    private static Map<String, String> light() {
        Map<String, String> light = new LinkedHashMap<>(Palette.pageLight());
        Palette.variables().forEach((colour, name) -> light.put(name, Palette.hex(colour)));
        return light;
    }

    private static Map<String, String> dark() {
        Map<String, String> dark = new LinkedHashMap<>(Palette.pageDark());
        dark.putAll(Palette.dark());
        return dark;
    }

    @Test
    void textStandsOutFromEveryGroundItIsOn() {
        for (Map<String, String> scheme : List.of(light(), dark())) {
            for (String text : List.of("ink", "muted", "accent", "good", "bad", "alarm")) {
                for (String ground : List.of("page", "surface")) {
                    assertThat(contrast(scheme, text, ground))
                            .as(text + " on " + ground)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
            assertThat(contrast(scheme, "ink", "land")).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void everyArchitectureStandsOutFromTheGround() {
        for (Map<String, String> scheme : List.of(light(), dark())) {
            for (int i = 0; i < Palette.seriesCount(); i++) {
                assertThat(contrast(scheme, "series-" + i, "surface"))
                        .as("series " + i)
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }

    @Test
    void bothSchemesNameTheSameColours() {
        assertThat(dark()).containsOnlyKeys(light().keySet());
    }

    private static double contrast(Map<String, String> scheme, String a, String b) {
        double one = luminance(Color.decode(scheme.getOrDefault(a, "")));
        double other = luminance(Color.decode(scheme.getOrDefault(b, "")));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.03928 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
    }
}
