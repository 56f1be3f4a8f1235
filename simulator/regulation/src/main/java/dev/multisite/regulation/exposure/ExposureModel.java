package dev.multisite.regulation.exposure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import dev.multisite.regulation.evaluate.Evaluator;
import dev.multisite.regulation.evaluate.Finding;
import dev.multisite.regulation.evaluate.Reach;
import dev.multisite.regulation.facts.CaseFacts;
import dev.multisite.regulation.facts.Subject;
import dev.multisite.scenario.Period;

/**
 * Integrates verdicts and reach over a period. Between the days on which a law changes and the instants at which a cohort
 * changes its situation, verdicts are constant; records are integrated over each such piece by Gauss-Legendre quadrature
 * with four nodes on at most thirty days, which is exact for polynomials up to degree seven.
 *
 * <p>Safe for several threads; verdicts are kept for the next call.
 *
 * <p>A legal day is the UTC day. Rules that depend on the number of people see the number at the middle of a piece.
 */
public final class ExposureModel {

    private static final double YEAR_SECONDS = 365.25 * 86_400;
    private static final double LONGEST_PIECE_SECONDS = 30 * 86_400.0;
    private static final double[] NODES = {
        0.06943184420297371, 0.33000947820757187, 0.6699905217924281, 0.9305681557970263
    };
    private static final double[] WEIGHTS = {
        0.17392742256872692, 0.32607257743127305, 0.32607257743127305, 0.17392742256872692
    };

    private final Evaluator evaluator;
    private final Period period;
    private final ChangeDates changes;
    private final Map<Situation, Map<LocalDate, Judged>> memory = new ConcurrentHashMap<>();

    /** Creates a model of {@code period} that asks {@code evaluator}. */
    public ExposureModel(Evaluator evaluator, Period period) {
        this.evaluator = evaluator;
        this.period = period;
        this.changes = new ChangeDates(evaluator.catalogue());
    }

    private record Judged(List<Finding> findings, List<Reach> reaches) {}

    /** What a verdict hangs on besides the day: facts, and where the number of people lies among the thresholds. */
    private record Situation(CaseFacts facts, int band) {}

    /** Told of every piece of time in which nothing changes but numbers, before neighbours are joined. */
    @FunctionalInterface
    public interface Observer {

        Observer NONE = piece -> {};

        void piece(Piece piece);
    }

    /** Records of one situation during a piece of time in which no verdict changes. */
    public static final class Piece {

        private final Cohort cohort;
        private final Stretch stretch;
        private final Stretch.Part part;
        private final double fromSeconds;
        private final double toSeconds;
        private final Judged judged;

        private Piece(
                Cohort cohort,
                Stretch stretch,
                Stretch.Part part,
                double fromSeconds,
                double toSeconds,
                Judged judged) {
            this.cohort = cohort;
            this.stretch = stretch;
            this.part = part;
            this.fromSeconds = fromSeconds;
            this.toSeconds = toSeconds;
            this.judged = judged;
        }

        public double fromSeconds() {
            return fromSeconds;
        }

        public double toSeconds() {
            return toSeconds;
        }

        public List<Finding> findings() {
            return judged.findings();
        }

        public List<Reach> reaches() {
            return judged.reaches();
        }

        /** Returns how many records it is about at a time within it. */
        public double records(double timeSeconds) {
            return cohort.records().at(timeSeconds) * share(stretch, part, timeSeconds);
        }
    }

    /** Returns the pieces of all cohorts. */
    public Exposure evaluate(List<Cohort> cohorts) {
        return evaluate(cohorts, Observer.NONE);
    }

    /** Returns the pieces of all cohorts; {@code observer} sees every one of them before neighbours are joined. */
    public Exposure evaluate(List<Cohort> cohorts, Observer observer) {
        List<VerdictPiece> verdicts = new ArrayList<>();
        List<ReachPiece> reaches = new ArrayList<>();
        for (Cohort cohort : cohorts) {
            for (Stretch stretch : cohort.stretches()) {
                for (Stretch.Part part : stretch.parts()) {
                    evaluate(cohort, stretch, part, observer, verdicts, reaches);
                }
            }
        }
        return new Exposure(period, verdicts, reaches);
    }

    private void evaluate(
            Cohort cohort,
            Stretch stretch,
            Stretch.Part part,
            Observer observer,
            List<VerdictPiece> verdicts,
            List<ReachPiece> reaches) {
        Run run = null;
        double from = stretch.fromSeconds();
        for (double to : knots(cohort, stretch, part.facts())) {
            double recordYears = integral(cohort, stretch, part, from, to) / YEAR_SECONDS;
            Judged judged = judge(cohort, part.facts(), from, to);
            observer.piece(new Piece(cohort, stretch, part, from, to, judged));
            double atEnd = cohort.records().at(Math.nextDown(to)) * share(stretch, part, to);
            if (run != null && run.judged().equals(judged)) {
                run = new Run(judged, run.fromSeconds(), to, run.recordYears() + recordYears, atEnd);
            } else {
                flush(cohort, run, verdicts, reaches);
                run = new Run(judged, from, to, recordYears, atEnd);
            }
            from = to;
        }
        flush(cohort, run, verdicts, reaches);
    }

    /** Neighbouring pieces in which every law says the same. */
    private record Run(Judged judged, double fromSeconds, double toSeconds, double recordYears, double recordsAtEnd) {}

    private static void flush(Cohort cohort, @Nullable Run run, List<VerdictPiece> verdicts, List<ReachPiece> reaches) {
        if (run == null || !(run.recordYears() > 0)) {
            return;
        }
        for (Finding finding : run.judged().findings()) {
            verdicts.add(new VerdictPiece(
                    cohort.country(),
                    cohort.dataClass(),
                    finding,
                    run.fromSeconds(),
                    run.toSeconds(),
                    run.recordYears(),
                    run.recordsAtEnd()));
        }
        reaches.add(new ReachPiece(
                cohort.country(),
                cohort.dataClass(),
                run.judged().reaches(),
                run.judged().findings(),
                run.fromSeconds(),
                run.toSeconds(),
                run.recordYears()));
    }

    /** Judges once per situation and legal day that matters. */
    private Judged judge(Cohort cohort, CaseFacts facts, double from, double to) {
        LocalDate date = day(from);
        LocalDate law = changes.of(facts.subject().country()).floor(date);
        LocalDate key = law == null ? LocalDate.MIN : max(law, facts, date);
        if (!Double.isNaN(facts.subject().peopleOrRecords()) || !needsNumber(facts)) {
            return remember(new Situation(facts, 0), key, facts, date);
        }
        double people = cohort.people().at((from + to) / 2);
        NavigableSet<Double> thresholds = changes.thresholds(facts.subject().country());
        int band = thresholds.headSet(people, true).size() * (thresholds.size() + 1)
                + thresholds.headSet(people, false).size();
        Subject subject = facts.subject();
        Subject counted = new Subject(
                subject.country(),
                subject.citizenships(),
                subject.dataClass(),
                subject.records(),
                people,
                subject.attributes());
        return remember(
                new Situation(facts, band),
                key,
                new CaseFacts(counted, facts.controller(), facts.copies(), facts.movements(), facts.held()),
                date);
    }

    private Judged remember(Situation situation, LocalDate key, CaseFacts facts, LocalDate date) {
        return memory.computeIfAbsent(situation, s -> new ConcurrentHashMap<>())
                .computeIfAbsent(key, k -> judge(facts, date));
    }

    private LocalDate max(LocalDate key, CaseFacts facts, LocalDate date) {
        LocalDate own = ChangeDates.of(facts, evaluator.catalogue()).floor(date);
        return own != null && own.isAfter(key) ? own : key;
    }

    /** Returns the days on which a verdict about these facts can change. */
    public NavigableSet<LocalDate> changeDays(CaseFacts facts) {
        NavigableSet<LocalDate> days = new TreeSet<>(changes.of(facts.subject().country()));
        days.addAll(ChangeDates.of(facts, evaluator.catalogue()));
        days.removeIf(day -> day.getYear() <= 1900 || day.getYear() >= 2200);
        return days;
    }

    private boolean needsNumber(CaseFacts facts) {
        return Double.isNaN(facts.subject().peopleOrRecords())
                && changes.countsPeople(facts.subject().country());
    }

    private Judged judge(CaseFacts facts, LocalDate date) {
        return new Judged(evaluator.evaluate(facts, date), evaluator.reach(facts, date));
    }

    private NavigableSet<Double> knots(Cohort cohort, Stretch stretch, CaseFacts facts) {
        NavigableSet<Double> knots = new TreeSet<>();
        knots.add(stretch.toSeconds());
        cohort.breaksSeconds().stream().filter(time -> inside(stretch, time)).forEach(knots::add);
        addDays(changes.of(facts.subject().country()), stretch, knots);
        addDays(ChangeDates.of(facts, evaluator.catalogue()), stretch, knots);
        for (double time = stretch.fromSeconds() + LONGEST_PIECE_SECONDS;
                time < stretch.toSeconds();
                time += LONGEST_PIECE_SECONDS) {
            knots.add(time);
        }
        return knots;
    }

    private void addDays(NavigableSet<LocalDate> days, Stretch stretch, NavigableSet<Double> knots) {
        for (LocalDate date : days) {
            if (date.getYear() > 1900 && date.getYear() < 2200) {
                double time = period.toSeconds(date.atStartOfDay().toInstant(ZoneOffset.UTC));
                if (inside(stretch, time)) {
                    knots.add(time);
                }
            }
        }
    }

    private static boolean inside(Stretch stretch, double time) {
        return time > stretch.fromSeconds() && time < stretch.toSeconds();
    }

    private LocalDate day(double timeSeconds) {
        Instant instant = period.toInstant(timeSeconds);
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static double integral(Cohort cohort, Stretch stretch, Stretch.Part part, double from, double to) {
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            double time = from + (to - from) * NODES[i];
            sum += WEIGHTS[i] * cohort.records().at(time) * share(stretch, part, time);
        }
        return sum * (to - from);
    }

    private static double share(Stretch stretch, Stretch.Part part, double time) {
        double progress = (time - stretch.fromSeconds()) / (stretch.toSeconds() - stretch.fromSeconds());
        return part.shareAtStart() + progress * (part.shareAtEnd() - part.shareAtStart());
    }
}
