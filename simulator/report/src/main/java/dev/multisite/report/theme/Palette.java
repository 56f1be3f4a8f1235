package dev.multisite.report.theme;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All colours of the pictures. Each is used for one purpose only, so that a page can replace it by a variable of its
 * colour scheme.
 */
public final class Palette {

    public static final Color INK = new Color(0x1F2933);
    public static final Color MUTED = new Color(0x5B6B80);
    public static final Color GRID = new Color(0xE5E7EB);
    public static final Color AXIS = new Color(0xB6BFCA);
    public static final Color SURFACE = new Color(0xFFFFFF);
    public static final Color ALARM = new Color(0xB42318);
    public static final Color LAND = new Color(0xDDE3EA);
    public static final Color SEA = new Color(0xF5F8FB);
    public static final Color BORDER = new Color(0xFFFFFE);
    /** Text in coloured cells, which keep their colour on a dark page. */
    public static final Color CELL_LIGHT = new Color(0xFEFEFE);

    public static final Color CELL_DARK = new Color(0x202020);
    public static final Color PEOPLE = new Color(0x7A8699);

    /**
     * Okabe and Ito's colours, told apart by colour-blind people; without yellow and black, which vanish on a page, and
     * with the pale ones darkened until they have the contrast that graphics need.
     */
    private static final List<Color> SERIES = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xB5578E),
            new Color(0xB07A00),
            new Color(0x2F8FC9),
            new Color(0x6B5B95));

    private static final List<String> SERIES_IN_THE_DARK =
            List.of("#4aa3e0", "#f58a3c", "#2fc59b", "#e09bc4", "#f2b632", "#9bd5f7", "#a795d6");

    /** Causes of failure and other shares of a whole; apart from {@link #SERIES} in the page's scheme. */
    private static final List<Color> PARTS = List.of(
            new Color(0x4E5D78),
            new Color(0x9FB3CF),
            new Color(0x9C6B4F),
            new Color(0xDDB892),
            new Color(0x6B7F4A),
            new Color(0xB9CC94),
            new Color(0x8A5A83),
            new Color(0xD3AFCF));

    private Palette() {}

    /** Returns the colour of the {@code index}-th architecture; after seven they repeat, with other {@link Marks}. */
    public static Color series(int index) {
        return SERIES.get(Math.floorMod(index, SERIES.size()));
    }

    /** Returns how many architectures have a colour of their own. */
    public static int seriesCount() {
        return SERIES.size();
    }

    /** Returns the colour of the {@code index}-th part of a whole. */
    public static Color part(int index) {
        return PARTS.get(Math.floorMod(index, PARTS.size()));
    }

    /** Returns {@code colour} with an opacity from 0 to 1. */
    public static Color faded(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
    }

    /** Returns the name of the variable for each colour of the pictures. */
    public static Map<Color, String> variables() {
        Map<Color, String> names = new LinkedHashMap<>();
        names.put(INK, "ink");
        names.put(MUTED, "muted");
        names.put(GRID, "grid");
        names.put(AXIS, "axis");
        names.put(SURFACE, "surface");
        names.put(ALARM, "alarm");
        names.put(LAND, "land");
        names.put(SEA, "sea");
        names.put(BORDER, "border");
        names.put(PEOPLE, "people");
        for (int i = 0; i < SERIES.size(); i++) {
            names.put(SERIES.get(i), "series-" + i);
        }
        return names;
    }

    /** Returns the value of each variable on a dark page. */
    public static Map<String, String> dark() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("ink", "#e8ecf1");
        values.put("muted", "#a3b0c0");
        values.put("grid", "#2c3644");
        values.put("axis", "#566273");
        values.put("surface", "#161c24");
        values.put("alarm", "#ff8f80");
        values.put("land", "#334050");
        values.put("sea", "#10161e");
        values.put("border", "#161c24");
        values.put("people", "#93a1b5");
        for (int i = 0; i < SERIES.size(); i++) {
            values.put("series-" + i, SERIES_IN_THE_DARK.get(i));
        }
        return values;
    }

    /** Returns the colours of a page's text and ground that no picture has, on a light page. */
    public static Map<String, String> pageLight() {
        return Map.of("page", "#f3f5f8", "accent", "#0b63a5", "good", "#1b7a43", "bad", "#b42318");
    }

    /** Returns the same on a dark page. */
    public static Map<String, String> pageDark() {
        return Map.of("page", "#0d1218", "accent", "#7cc0f5", "good", "#6fd39a", "bad", "#ff8f80");
    }

    /** Returns e.g. {@code #0072b2}. */
    public static String hex(Color colour) {
        return String.format(java.util.Locale.ROOT, "#%06x", colour.getRGB() & 0xFFFFFF);
    }
}
