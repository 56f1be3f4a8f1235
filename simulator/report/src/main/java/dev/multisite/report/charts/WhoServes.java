package dev.multisite.report.charts;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.multisite.report.map.EqualEarth;
import dev.multisite.report.map.Window;
import dev.multisite.report.results.Run;
import dev.multisite.report.results.Text;
import dev.multisite.report.results.Times;
import dev.multisite.report.theme.Fonts;
import dev.multisite.report.theme.Palette;

/** The map: which site serves whom in each phase. */
final class WhoServes {

    static final Font LABEL = Fonts.semibold(11);

    private static final int MOST_MAPS = 6;
    private static final double LEAST_LISTED = 0.0005;

    private final Source source;
    private final Run run;

    private WhoServes(Source source) {
        this.source = source;
        this.run = source.results().run();
    }

    static Optional<Chart> of(Source source) {
        return new WhoServes(source).chart();
    }

    private Optional<Chart> chart() {
        List<Run.Site> sites = run.sites().stream()
                .filter(site -> Double.isFinite(site.latitude()) && Double.isFinite(site.longitude()))
                .toList();
        List<Run.Phase> phases = phases();
        if (sites.isEmpty() || phases.isEmpty()) {
            return Optional.empty();
        }
        int columns = phases.size() == 1 ? 1 : 2;
        Window window = Window.around(places(sites));
        double width = (ChartPainter.WIDTH - 40) / columns - (columns - 1) * 9;
        double height = Math.min(width / EqualEarth.aspect(window), columns == 1 ? 470 : 320);
        List<Chart.Panel> panels = new ArrayList<>();
        for (Run.Phase phase : phases) {
            MapPanel map = new MapPanel(run, sites, phase, source.colour(phase.architecture()), window);
            panels.add(new Chart.Panel(caption(phase), height, (Graphics2D g, Rectangle2D area) -> map.draw(g, area)));
        }
        return Optional.of(new Chart(
                "map",
                "Who is served from where?",
                answer(),
                "Squares are sites, circles populations (area by number of devices), arcs the traffic, a ring around a"
                        + " site what people close by get from it; the wider the more devices. "
                        + (counted()
                                ? "Drawn are shares of at least 2 % of a population's requests, as counted in the"
                                        + " simulation; who has no arc asked for nothing in that phase."
                                : "A dashed arc goes to the nearest site of a route that chooses by latency or load.")
                        + " Equal Earth projection; country shapes by Natural Earth, 1:110 million, which draws de-facto"
                        + " borders; states too small for this scale are seen by their circle only.",
                keys(sites),
                panels,
                columns,
                data()));
    }

    private boolean counted() {
        return run.phases().stream().anyMatch(Run.Phase::counted);
    }

    private static List<Key> keys(List<Run.Site> sites) {
        Rectangle2D square = new Rectangle2D.Double(-4.5, -4.5, 9, 9);
        List<Key> keys = new ArrayList<>();
        keys.add(new Key("site in use", Palette.INK, square));
        if (sites.size() > 1) {
            keys.add(new Key("site not in use", Palette.AXIS, square));
        }
        keys.add(new Key(
                "population, area by number of devices",
                Palette.faded(Palette.PEOPLE, 0.6),
                new Ellipse2D.Double(-6, -6, 12, 12)));
        return keys;
    }

    private List<double[]> places(List<Run.Site> sites) {
        List<double[]> places = new ArrayList<>();
        sites.forEach(site -> places.add(new double[] {site.latitude(), site.longitude()}));
        run.populations().stream()
                .filter(people -> Double.isFinite(people.latitude()) && Double.isFinite(people.longitude()))
                .forEach(people -> places.add(new double[] {people.latitude(), people.longitude()}));
        return places;
    }

    /** Says from where each architecture serves in its last phase. */
    private String answer() {
        List<String> parts = new ArrayList<>();
        for (String name : source.architectures()) {
            List<Run.Phase> own = run.phases().stream()
                    .filter(phase -> phase.architecture().equals(name))
                    .toList();
            if (!own.isEmpty()) {
                parts.add(Source.shortName(name) + " from " + places(own.get(own.size() - 1)));
            }
        }
        return parts.isEmpty() ? "" : "In the end: " + String.join("; ", firstOf(parts)) + ".";
    }

    private static List<String> firstOf(List<String> parts) {
        return parts.size() <= 4 ? parts : parts.subList(0, 4);
    }

    private static String places(Run.Phase phase) {
        Set<String> names = new LinkedHashSet<>();
        phase.routes().stream()
                .filter(route -> route.share() >= MapPanel.LEAST_SHARE)
                .forEach(route -> names.add(route.site()));
        if (!phase.counted()) {
            phase.rules().forEach(rule -> names.addAll(rule.to()));
        }
        List<String> shown = names.stream()
                .map(name -> Text.inSentence(Text.shorten(name, 20)))
                .toList();
        if (shown.size() > 4) {
            return shown.size() + " sites";
        }
        int last = shown.size() - 1;
        return last < 1
                ? String.join("", shown)
                : String.join(", ", shown.subList(0, last)) + " and " + shown.get(last);
    }

    /** Phases that send traffic differently: the same map is not drawn twice, and shows all that it ever holds for. */
    private List<Run.Phase> phases() {
        Map<Object, Run.Phase> shown = new LinkedHashMap<>();
        for (Run.Phase phase : run.phases()) {
            Object routing = phase.rules().isEmpty() ? phase.routes() : phase.rules();
            Run.Phase known = shown.get(routing);
            if (known == null) {
                shown.put(routing, phase);
            } else if (populations(phase) > populations(known)) {
                shown.put(
                        routing,
                        new Run.Phase(
                                known.architecture(),
                                known.label(),
                                known.from(),
                                phase.routes(),
                                known.rules(),
                                phase.counted()));
            }
        }
        return shown.values().stream().limit(MOST_MAPS).toList();
    }

    private static long populations(Run.Phase phase) {
        return phase.routes().stream().map(Run.Route::population).distinct().count();
    }

    private String caption(Run.Phase phase) {
        String name = Text.inSentence(Text.shorten(phase.architecture(), 26));
        boolean dated = phase.from().isAfter(run.scenario().from());
        if (dated) {
            return name + " from " + Times.day(phase.from());
        }
        boolean begins = phase.label().isEmpty() || phase.label().equals("start");
        return begins ? name : name + ": " + Text.shorten(phase.label(), 24);
    }

    /** Of all phases, those too whose maps look the same. */
    private DataTable data() {
        DataTable.Builder table = new DataTable.Builder("Architecture", "Phase", "Population", "Site", "Share");
        for (Run.Phase phase : run.phases()) {
            phase.routes().stream()
                    .filter(route -> route.share() >= LEAST_LISTED)
                    .sorted(Comparator.comparing(Run.Route::population))
                    .forEach(route -> table.row(
                            DataTable.Cell.of(phase.architecture()),
                            DataTable.Cell.of(phase.label()),
                            DataTable.Cell.of(source.results().label(route.population())),
                            DataTable.Cell.of(route.site()),
                            new DataTable.Cell(share(route.share()), route.share())));
        }
        return table.build();
    }

    private static String share(double share) {
        return String.format(
                Locale.ROOT, share < 0.1 || (share > 0.9 && share < 1) ? "%.1f %%" : "%.0f %%", 100 * share);
    }
}
