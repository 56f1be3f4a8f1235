package dev.multisite.report.html;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import dev.multisite.report.charts.Chart;
import dev.multisite.report.charts.Source;
import dev.multisite.report.theme.Palette;

/** Makes the page: one file that needs no other. */
public final class PageWriter {

    private static final String TEMPLATES = "dev.multisite.report.templates";

    private PageWriter() {}

    /** Returns the page with its pictures, styles and script in it. */
    public static String html(Source source, List<Chart> charts) {
        Page page = new PageBuilder(source).build(charts, variables() + resource("report.css"), resource("report.js"));
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, PageWriter.class.getClassLoader(), TEMPLATES);
        engine.setTrimControlStructures(true);
        StringOutput output = new StringOutput(1 << 20);
        engine.render("report.jte", page, output);
        return output.toString();
    }

    private static String variables() {
        StringBuilder light = new StringBuilder();
        for (Map.Entry<Color, String> colour : Palette.variables().entrySet()) {
            declare(light, colour.getValue(), Palette.hex(colour.getKey()));
        }
        StringBuilder dark = new StringBuilder();
        Palette.dark().forEach((name, value) -> declare(dark, name, value));
        new TreeMap<>(Palette.pageLight()).forEach((name, value) -> declare(light, name, value));
        new TreeMap<>(Palette.pageDark()).forEach((name, value) -> declare(dark, name, value));
        return ":root{" + light + "}\n@media screen and (prefers-color-scheme:dark){:root{" + dark + "}}\n";
    }

    private static void declare(StringBuilder to, String name, String value) {
        to.append("--").append(name).append(':').append(value).append(';');
    }

    private static String resource(String name) {
        try (InputStream data = PageWriter.class.getResourceAsStream(name)) {
            if (data == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
