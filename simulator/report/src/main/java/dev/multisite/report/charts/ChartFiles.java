package dev.multisite.report.charts;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGHints;
import org.jfree.svg.ViewBox;

import dev.multisite.report.theme.ScriptGraphics;

/** Turns charts into the bytes of picture files. */
public final class ChartFiles {

    private static final double PNG_SCALE = 2;
    private static final String FAMILY = "Inter, Segoe UI, Helvetica, Arial, sans-serif";

    private static final Pattern LARGE_PATH = Pattern.compile("<path d='([^']{5000,}+)'/>");

    private ChartFiles() {}

    /** Returns the picture with title and source, for slides and documents. */
    public static byte[] png(Chart chart, String footer) throws IOException {
        ChartPainter painter = new ChartPainter(chart, footer, true);
        BufferedImage image = new BufferedImage(
                (int) (ChartPainter.WIDTH * PNG_SCALE),
                (int) Math.ceil(painter.height() * PNG_SCALE),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = new ScriptGraphics(image.createGraphics());
        try {
            graphics.scale(PNG_SCALE, PNG_SCALE);
            painter.draw(graphics);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** Returns the same picture as a document of its own. */
    public static byte[] svg(Chart chart, String footer) {
        String element = element(chart, new ChartPainter(chart, footer, true));
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns an {@code <svg>} element without title and source, for a page that has them as text. */
    public static String inline(Chart chart) {
        return element(chart, new ChartPainter(chart, "", false));
    }

    private static String element(Chart chart, ChartPainter painter) {
        SVGGraphics2D graphics = new SVGGraphics2D(ChartPainter.WIDTH, Math.ceil(painter.height()));
        graphics.setDefsKeyPrefix(chart.id() + "-");
        DoubleFunction<String> short1 = value -> decimals(value, 10);
        graphics.setGeomDoubleConverter(short1);
        graphics.setTransformDoubleConverter(value -> decimals(value, 10_000));
        graphics.setFontFunction(family -> family.contains("Semi") ? FAMILY + "; font-weight: 600" : FAMILY);
        graphics.setRenderingHint(SVGHints.KEY_TEXT_RENDERING, SVGHints.VALUE_TEXT_RENDERING_AUTO);
        painter.draw(graphics);
        ViewBox box = new ViewBox(0, 0, (int) ChartPainter.WIDTH, (int) Math.ceil(painter.height()));
        return shared(chart.id(), compact(graphics.getSVGElement(chart.id(), true, box, null, null)));
    }

    /** Says once what JFreeSVG repeats at every text. */
    private static String compact(String svg) {
        return svg.replace("font-family: " + FAMILY + "; ", "")
                .replace(" fill-opacity: 1.0;", "")
                .replace(";fill-opacity:1.0", "")
                .replace(" text-rendering='auto'", "")
                .replaceFirst(" xmlns:jfreesvg='[^']*'", " font-family='" + FAMILY + "'");
    }

    /** A large shape that is filled and then outlined is written once. */
    private static String shared(String id, String svg) {
        StringBuilder result = new StringBuilder(svg.length());
        Map<String, String> names = new HashMap<>();
        Matcher path = LARGE_PATH.matcher(svg);
        int done = 0;
        while (path.find()) {
            String shape = path.group(1);
            String name = names.get(shape);
            result.append(svg, done, path.start());
            if (name == null) {
                name = id + "-shape-" + names.size();
                names.put(shape, name);
                result.append("<path id='")
                        .append(name)
                        .append("' d='")
                        .append(shape)
                        .append("'/>");
            } else {
                result.append("<use xlink:href='#").append(name).append("'/>");
            }
            done = path.end();
        }
        return result.append(svg, done, svg.length()).toString();
    }

    private static String decimals(double value, int scale) {
        double rounded = Math.rint(value * scale) / scale;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : String.format(Locale.ROOT, "%s", rounded);
    }
}
