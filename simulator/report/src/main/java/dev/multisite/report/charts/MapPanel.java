package dev.multisite.report.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.multisite.report.map.EqualEarth;
import dev.multisite.report.map.GreatCircle;
import dev.multisite.report.map.Window;
import dev.multisite.report.map.WorldShapes;
import dev.multisite.report.results.Run;
import dev.multisite.report.results.Text;
import dev.multisite.report.theme.Palette;

/** One map with the traffic of one phase. */
final class MapPanel {

    private static final float[] DASHES = {4f, 3f};
    /** Thinner flows are in the table only. */
    static final double LEAST_SHARE = 0.02;

    /** Nearer to a site than this, an arc would lie under its square. */
    private static final double NEAR = 16;

    private static final double RING = 10;

    private static final int MOST_LABELS = 12;

    private final Run run;
    private final List<Run.Site> sites;
    private final Run.Phase phase;
    private final Color colour;
    private final Window window;

    MapPanel(Run run, List<Run.Site> sites, Run.Phase phase, Color colour, Window window) {
        this.window = window;
        this.run = run;
        this.sites = sites;
        this.phase = phase;
        this.colour = colour;
    }

    void draw(Graphics2D graphics, Rectangle2D area) {
        Shape before = graphics.getClip();
        if (!window.isWorld()) {
            graphics.clip(area);
        }
        drawMap(graphics, area);
        graphics.setClip(before);
    }

    private void drawMap(Graphics2D graphics, Rectangle2D area) {
        EqualEarth projection = new EqualEarth(area, window);
        graphics.setPaint(Palette.SEA);
        graphics.fill(window.isWorld() ? WorldShapes.sea(projection) : area);
        var land = WorldShapes.get().land(projection);
        graphics.setPaint(Palette.LAND);
        graphics.fill(land);
        graphics.setPaint(Palette.BORDER);
        graphics.setStroke(new BasicStroke(0.6f));
        graphics.draw(land);
        double most = run.populations().stream()
                .mapToDouble(Run.Population::devices)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double size = area.getWidth() / 860;
        List<Run.Population> placed = run.populations().stream()
                .filter(people -> Double.isFinite(people.latitude()) && Double.isFinite(people.longitude()))
                .sorted(Comparator.comparingDouble((Run.Population people) -> -people.devices()))
                .toList();
        placed.forEach(people -> circle(graphics, projection, people, most, size));
        placed.forEach(people -> arcs(graphics, projection, people, most));
        List<Rectangle2D> taken = new ArrayList<>();
        for (Run.Population people : placed) {
            Point2D at = projection.at(people.latitude(), people.longitude());
            taken.add(new Rectangle2D.Double(at.getX() - 4, at.getY() - 4, 8, 8));
        }
        sites(graphics, projection, area, taken);
    }

    private static double share(Run.Population people, double most) {
        return Double.isFinite(people.devices()) && most > 0 ? Math.max(0, people.devices() / most) : 0.1;
    }

    private static void circle(
            Graphics2D graphics, EqualEarth projection, Run.Population people, double most, double size) {
        Point2D at = projection.at(people.latitude(), people.longitude());
        double radius = Math.max(2.2, 34 * size * Math.sqrt(share(people, most)));
        Ellipse2D dot = new Ellipse2D.Double(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius);
        graphics.setPaint(Palette.faded(Palette.PEOPLE, 0.4));
        graphics.fill(dot);
        graphics.setPaint(Palette.PEOPLE);
        graphics.setStroke(new BasicStroke(0.8f));
        graphics.draw(dot);
    }

    private void arcs(Graphics2D graphics, EqualEarth projection, Run.Population people, double most) {
        boolean known = false;
        float width = width(people, most, 1);
        for (Run.Route route : phase.routes()) {
            if (route.population().equals(people.name())) {
                known = true;
                if (route.share() < LEAST_SHARE) {
                    continue;
                }
                site(route.site())
                        .ifPresent(site -> arc(
                                graphics,
                                projection,
                                people,
                                site,
                                new BasicStroke(
                                        width(people, most, route.share()),
                                        BasicStroke.CAP_ROUND,
                                        BasicStroke.JOIN_ROUND)));
            }
        }
        if (!known && !phase.counted()) {
            BasicStroke dashed = new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DASHES, 0f);
            nearest(people).ifPresent(site -> arc(graphics, projection, people, site, dashed));
        }
    }

    private static float width(Run.Population people, double most, double shareOfRoute) {
        return (float) (1.1 + 2.6 * Math.sqrt(share(people, most) * Math.max(0, shareOfRoute)));
    }

    private void arc(
            Graphics2D graphics, EqualEarth projection, Run.Population people, Run.Site site, BasicStroke stroke) {
        graphics.setPaint(Palette.faded(colour, 0.75));
        graphics.setStroke(stroke);
        Point2D from = projection.at(people.latitude(), people.longitude());
        Point2D to = projection.at(site.latitude(), site.longitude());
        if (from.distance(to) < NEAR) {
            graphics.draw(new Ellipse2D.Double(to.getX() - RING, to.getY() - RING, 2 * RING, 2 * RING));
            return;
        }
        graphics.draw(GreatCircle.line(place(people), place(site), projection));
    }

    private Optional<Run.Site> site(String name) {
        return sites.stream().filter(site -> site.name().equals(name)).findFirst();
    }

    /** The nearest site of the first rule that holds for a population. */
    private Optional<Run.Site> nearest(Run.Population people) {
        return phase.rules().stream()
                .filter(rule -> rule.countries().isEmpty() || rule.countries().contains(people.name()))
                .findFirst()
                .flatMap(rule -> sites.stream()
                        .filter(site -> rule.to().contains(site.name()))
                        .min(Comparator.comparingDouble(site -> GreatCircle.angle(place(people), place(site)))));
    }

    private static double[] place(Run.Population people) {
        return new double[] {people.latitude(), people.longitude()};
    }

    private static double[] place(Run.Site site) {
        return new double[] {site.latitude(), site.longitude()};
    }

    private boolean uses(Run.Site site) {
        if (phase.counted()) {
            return phase.routes().stream()
                    .anyMatch(route -> route.site().equals(site.name()) && route.share() >= LEAST_SHARE);
        }
        return phase.routes().stream().anyMatch(route -> route.site().equals(site.name()))
                || phase.rules().stream().anyMatch(rule -> rule.to().contains(site.name()));
    }

    /** Sites that are in use lie on top of those that are not. */
    private void sites(Graphics2D graphics, EqualEarth projection, Rectangle2D area, List<Rectangle2D> people) {
        List<Run.Site> ordered = new ArrayList<>(sites);
        ordered.sort(Comparator.comparing(this::uses));
        List<Rectangle2D> squares = new ArrayList<>();
        for (Run.Site site : ordered) {
            Point2D at = projection.at(site.latitude(), site.longitude());
            Rectangle2D square = new Rectangle2D.Double(at.getX() - 4.5, at.getY() - 4.5, 9, 9);
            graphics.setPaint(uses(site) ? Palette.INK : Palette.AXIS);
            graphics.fill(square);
            graphics.setPaint(Palette.SURFACE);
            graphics.setStroke(new BasicStroke(1.2f));
            graphics.draw(square);
            squares.add(square);
        }
        if (ordered.stream().filter(this::uses).count() <= MOST_LABELS) {
            labels(graphics, ordered, squares, area, people);
        }
    }

    private void labels(
            Graphics2D graphics,
            List<Run.Site> ordered,
            List<Rectangle2D> squares,
            Rectangle2D area,
            List<Rectangle2D> people) {
        graphics.setFont(WhoServes.LABEL);
        FontMetrics metrics = graphics.getFontMetrics();
        List<Rectangle2D> taken = new ArrayList<>(squares);
        taken.addAll(people);
        for (int i = 0; i < ordered.size(); i++) {
            if (uses(ordered.get(i))) {
                label(graphics, metrics, Text.shorten(ordered.get(i).name(), 18), squares.get(i), area, taken);
            }
        }
    }

    private static void label(
            Graphics2D graphics,
            FontMetrics metrics,
            String text,
            Rectangle2D dot,
            Rectangle2D area,
            List<Rectangle2D> taken) {
        Rectangle2D place = DotLabels.place(dot.getCenterX(), dot.getCenterY(), metrics.stringWidth(text), area, taken);
        taken.add(place);
        graphics.setPaint(Palette.faded(Palette.SURFACE, 0.6));
        graphics.fill(place);
        graphics.setPaint(Palette.INK);
        graphics.drawString(text, (float) place.getX(), (float) (place.getMaxY() - 4));
    }
}
