package dev.multisite.report.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A picture that answers a question.
 *
 * @param id lower-case letters, digits and hyphens; unique within a report
 * @param question its title
 * @param answer its subtitle: what the figures say, no stronger than they support
 * @param guide how to read it, one or two sentences
 * @param keys what the colours mean
 * @param panels drawn in rows from left to right
 * @param columns panels per row
 * @param data the figures behind it
 */
public record Chart(
        String id,
        String question,
        String answer,
        String guide,
        List<Key> keys,
        List<Panel> panels,
        int columns,
        DataTable data) {

    public Chart {
        keys = List.copyOf(keys);
        panels = List.copyOf(panels);
    }

    /** Draws itself into a rectangle. */
    @FunctionalInterface
    public interface Drawing {
        void draw(Graphics2D graphics, Rectangle2D area);
    }

    /**
     * One plot.
     *
     * @param caption shown above it, may be empty
     * @param height in pixels at report width, without the caption
     */
    public record Panel(String caption, double height, Drawing drawing) {}
}
