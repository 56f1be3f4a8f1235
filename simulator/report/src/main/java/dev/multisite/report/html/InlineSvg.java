package dev.multisite.report.html;

import java.awt.Color;
import java.util.Map;

import dev.multisite.report.theme.Palette;

/** Makes a picture part of the page: its colours follow the page's scheme, its name is the heading before it. */
final class InlineSvg {

    private InlineSvg() {}

    static String of(String id, String svg) {
        String picture = svg;
        for (Map.Entry<Color, String> colour : Palette.variables().entrySet()) {
            Color rgb = colour.getKey();
            String literal = "rgb(" + rgb.getRed() + "," + rgb.getGreen() + "," + rgb.getBlue() + ")";
            String variable = "var(--" + colour.getValue() + ")";
            picture = picture.replace("fill:" + literal, "fill:" + variable)
                    .replace("fill: " + literal, "fill:" + variable)
                    .replace("stroke:" + literal, "stroke:" + variable)
                    .replace("stroke: " + literal, "stroke:" + variable);
        }
        return picture.replaceFirst(
                "<svg id='[^']*'", "<svg role='img' aria-labelledby='" + id + "-question " + id + "-answer'");
    }
}
