package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.multisite.exposure.ArchitectureExposure;
import dev.multisite.exposure.ExposureTrack;
import dev.multisite.exposure.ScenarioExposure;
import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.enforcement.LawExposure;
import dev.multisite.regulation.evaluate.Finding;
import dev.multisite.regulation.evaluate.Reach;
import dev.multisite.regulation.evaluate.Verdict;
import dev.multisite.regulation.exposure.Exposure;
import dev.multisite.regulation.exposure.ReachPiece;
import dev.multisite.regulation.exposure.VerdictPiece;
import dev.multisite.regulation.law.Rule;
import dev.multisite.simulation.ReplicationResult.TimelinePoint;
import dev.multisite.units.Durations;

/** The figures of exposure of one replication. All are sums over pieces, so that countries, classes and phases add up. */
final class ExposureFigures {

    private static final int MOST_BINS = 1500;

    private final Replication replication;
    private final ArchitectureExposure exposure;
    private final double[] binStarts;
    private final MovementFigures movements;
    private final LawCatalogue laws;

    private ExposureFigures(
            Replication replication, ArchitectureExposure exposure, LawCatalogue laws, double[] binStarts) {
        this.laws = laws;
        this.replication = replication;
        this.exposure = exposure;
        this.binStarts = binStarts;
        this.movements =
                new MovementFigures(exposure.movements(), replication.model().endSeconds());
    }

    static ExposureFigures of(Replication replication, ScenarioExposure scenario) {
        double[] binStarts = binStarts(replication.slots());
        return new ExposureFigures(
                replication,
                scenario.evaluate(
                        replication.timeline().phases(), replication.timeline().phaseStarts(), binStarts),
                scenario.evaluator().catalogue(),
                binStarts);
    }

    /** Bins of an hour over years are thinned out: records change slowly. */
    private static double[] binStarts(SlotPlan slots) {
        int step = Math.max(1, (slots.bins() + MOST_BINS - 1) / MOST_BINS);
        double[] starts = new double[(slots.bins() + step - 1) / step];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = slots.binStart(i * step);
        }
        return starts;
    }

    /** Returns what enforcement is replayed on; the same list where nothing differs between replications. */
    List<LawExposure> trajectories() {
        return exposure.trajectories();
    }

    /** Record-years of some pieces. */
    private static final class Sums {
        private double all;
        private double wrong;
        private double uncertain;
        private double unknown;
        private double readable;

        private void add(ReachPiece piece) {
            double recordYears = piece.recordYears();
            Verdict worst = piece.worst();
            all += recordYears;
            wrong += piece.wrong() ? recordYears : 0;
            uncertain += worst == Verdict.UNCERTAIN ? recordYears : 0;
            unknown += worst == Verdict.UNKNOWN ? recordYears : 0;
            readable += piece.foreignClear() ? recordYears : 0;
        }

        private void add(Sums other) {
            all += other.all;
            wrong += other.wrong;
            uncertain += other.uncertain;
            unknown += other.unknown;
            readable += other.readable;
        }
    }

    void addTo(FigureList figures) {
        List<Double> starts = replication.timeline().phaseStarts();
        List<String> labels = replication.phaseLabels();
        double end = replication.model().endSeconds();
        addPeriod(figures, "", 0, end);
        for (int phase = 0; labels.size() > 1 && phase < labels.size(); phase++) {
            addPeriod(
                    figures,
                    labels.get(phase),
                    starts.get(phase),
                    phase + 1 < starts.size() ? starts.get(phase + 1) : end);
        }
        addTimes(figures, Slice.ALL, exposure.byPopulation().values());
        exposure.byPopulation()
                .forEach((population, own) -> addTimes(figures, Slice.ofCountry(population), List.of(own)));
        if (!Double.isNaN(exposure.migrationEndSeconds())) {
            figures.add(Slice.ALL, "migration-end", exposure.migrationEndSeconds() / Durations.SECONDS_PER_DAY);
        }
    }

    /** No piece crosses the start of a phase. */
    private void addPeriod(FigureList figures, String label, double from, double until) {
        Sums all = new Sums();
        double years = (until - from) / Durations.SECONDS_PER_YEAR;
        exposure.byPopulation().forEach((population, own) -> {
            Sums sums = new Sums();
            own.reaches().stream()
                    .filter(piece -> piece.fromSeconds() >= from && piece.fromSeconds() < until)
                    .forEach(sums::add);
            add(figures, new Slice(label, population, "", ""), sums, years);
            all.add(sums);
        });
        add(figures, new Slice(label, "", "", ""), all, years);
        movements.addTo(figures, label, exposure.byPopulation().keySet(), from, until);
    }

    private static void add(FigureList figures, Slice slice, Sums sums, double years) {
        figures.add(slice, "records", sums.all / years);
        figures.add(slice, "non-compliant-record-years", rounded(sums.wrong));
        figures.add(slice, "uncertain-record-years", rounded(sums.uncertain));
        figures.add(slice, "unknown-record-years", rounded(sums.unknown));
        figures.add(slice, "foreign-reach", sums.all > 0 ? share(sums.readable / sums.all) : Double.NaN);
    }

    /** To a thousandth of a record-year, so that the same records cut into other pieces give the same figure. */
    private static double rounded(double recordYears) {
        return Math.rint(recordYears * 1e3) / 1e3;
    }

    private static double share(double share) {
        return Math.rint(share * 1e12) / 1e12;
    }

    /** Time from the first breach of any law to the end of the last one, and the laws still broken at the end. */
    private void addTimes(FigureList figures, Slice slice, Iterable<Exposure> all) {
        double end = replication.model().endSeconds();
        double first = Double.POSITIVE_INFINITY;
        double last = 0;
        java.util.Set<String> open = new java.util.TreeSet<>();
        for (Exposure own : all) {
            for (VerdictPiece piece : own.verdicts()) {
                Verdict verdict = piece.finding().verdict();
                if (verdict == Verdict.BREACH || verdict == Verdict.CONFLICT) {
                    first = Math.min(first, piece.fromSeconds());
                    last = Math.max(last, piece.toSeconds());
                    if (piece.toSeconds() >= end) {
                        open.add(piece.finding().law());
                    }
                }
            }
        }
        boolean never = last >= end;
        boolean always = Double.isInfinite(first);
        figures.add(
                slice,
                "time-to-compliance",
                always ? 0 : never ? Double.NaN : (last - first) / Durations.SECONDS_PER_DAY);
        figures.add(slice, "open-violations", open.size());
    }

    /** Adds records by population to the timeline; a series that is 0 throughout is left out. */
    void addTo(List<TimelinePoint> timeline) {
        for (ExposureTrack.Count count : ExposureTrack.Count.values()) {
            double[] all = new double[binStarts.length];
            exposure.byPopulation().keySet().forEach(population -> {
                double[] own = exposure.track().series().get(new ExposureTrack.Key(population, "", "", "", count));
                if (own != null) {
                    addSeries(timeline, population, count, own);
                    Arrays.setAll(all, bin -> all[bin] + own[bin]);
                }
            });
            addSeries(timeline, "", count, all);
        }
        movements.addTo(timeline, binStarts);
    }

    private void addSeries(
            List<TimelinePoint> timeline, String population, ExposureTrack.Count count, double[] values) {
        boolean any = Arrays.stream(values).anyMatch(value -> value > 0);
        for (int bin = 0; any && bin < values.length; bin++) {
            timeline.add(new TimelinePoint(binStarts[bin], population, "", count.metric(), values[bin]));
        }
    }

    /** Returns records by law and by foreign state over time. */
    List<ExposurePoint> overTime() {
        List<ExposurePoint> points = new ArrayList<>();
        exposure.track().series().forEach((key, values) -> {
            for (int bin = 0; key.population().isEmpty() && bin < values.length; bin++) {
                points.add(new ExposurePoint(
                        binStarts[bin],
                        key.law(),
                        key.state(),
                        key.basis(),
                        key.count().metric(),
                        values[bin]));
            }
        });
        return points;
    }

    /** Returns record-years by law, version, population, class and verdict, by state that reaches them, and sums. */
    List<ExposureFigure> byLaw() {
        Map<ExposureFigure.Key, Double> sums = new LinkedHashMap<>();
        exposure.byPopulation().forEach((population, own) -> {
            own.verdicts().forEach(piece -> addVerdict(sums, population, piece));
            own.reaches().forEach(piece -> addReaches(sums, population, piece));
        });
        List<ExposureFigure> figures = new ArrayList<>();
        sums.forEach((key, value) -> figures.add(new ExposureFigure(key, rounded(value), review(key.law()))));
        Map<ExposureFigure.Key, Double> flows = new LinkedHashMap<>();
        movements.addTo(flows);
        flows.forEach((key, value) -> figures.add(new ExposureFigure(key, value, ExposureFigure.Review.NO_LAW)));
        return Collections.unmodifiableList(figures);
    }

    private ExposureFigure.Review review(String law) {
        if (law.isEmpty() || !laws.hasLaw(law)) {
            return ExposureFigure.Review.NO_LAW;
        }
        return laws.law(law).review().done() ? ExposureFigure.Review.REVIEWED : ExposureFigure.Review.UNREVIEWED;
    }

    private static void addVerdict(Map<ExposureFigure.Key, Double> sums, String population, VerdictPiece piece) {
        Finding finding = piece.finding();
        String metric = metric(finding.verdict());
        add(
                sums,
                new ExposureFigure.Key(
                        finding.law(),
                        finding.version(),
                        population,
                        piece.dataClass(),
                        finding.verdict().name(),
                        metric),
                piece.recordYears());
        add(sums, new ExposureFigure.Key(finding.law(), "", "", "", "", metric), piece.recordYears());
        if (finding.verdict() == Verdict.UNCERTAIN || metric.startsWith("non")) {
            ExposureFigure.Key expected =
                    new ExposureFigure.Key(finding.law(), "", "", "", "", "expected-record-years");
            add(sums, expected, finding.p() * piece.recordYears());
            ExposureFigure.Key worst = new ExposureFigure.Key(finding.law(), "", "", "", "", "worst-record-years");
            add(sums, worst, piece.recordYears());
        }
    }

    private static String metric(Verdict verdict) {
        return switch (verdict) {
            case CONFLICT, BREACH -> "non-compliant-record-years";
            case UNCERTAIN -> "uncertain-record-years";
            case UNKNOWN -> "unknown-record-years";
            default -> "record-years";
        };
    }

    private static void addReaches(Map<ExposureFigure.Key, Double> sums, String population, ReachPiece piece) {
        for (Reach reach : piece.reaches()) {
            if (reach.foreign()) {
                String how = reach.state() + " " + bases(reach) + " "
                        + reach.form().name().toLowerCase(Locale.ROOT);
                add(
                        sums,
                        new ExposureFigure.Key("", "", population, piece.dataClass(), how, "reached-record-years"),
                        piece.recordYears());
                add(sums, new ExposureFigure.Key("", "", "", "", how, "reached-record-years"), piece.recordYears());
            }
        }
    }

    private static String bases(Reach reach) {
        List<String> words = new ArrayList<>();
        for (Rule.Basis basis : Rule.Basis.values()) {
            if (reach.bases().contains(basis)) {
                words.add(basis.name().toLowerCase(Locale.ROOT));
            }
        }
        return String.join("+", words);
    }

    private static void add(Map<ExposureFigure.Key, Double> sums, ExposureFigure.Key key, double recordYears) {
        sums.merge(key, recordYears, Double::sum);
    }
}
