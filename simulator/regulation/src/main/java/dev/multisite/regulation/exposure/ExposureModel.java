package dev.multisite.regulation.exposure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

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

    /** Creates a model of {@code period} that asks {@code evaluator}. */
    public ExposureModel(Evaluator evaluator, Period period) {
        this.evaluator = evaluator;
        this.period = period;
        this.changes = new ChangeDates(evaluator.catalogue());
    }

    private record Judged(List<Finding> findings, List<Reach> reaches) {}

    /** Returns the pieces of all cohorts. */
    public Exposure evaluate(List<Cohort> cohorts) {
        List<VerdictPiece> verdicts = new ArrayList<>();
        List<ReachPiece> reaches = new ArrayList<>();
        for (Cohort cohort : cohorts) {
            Map<CaseFacts, Map<LocalDate, Judged>> memory = new HashMap<>();
            for (Stretch stretch : cohort.stretches()) {
                for (Stretch.Part part : stretch.parts()) {
                    evaluate(
                            cohort,
                            stretch,
                            part,
                            memory.computeIfAbsent(part.facts(), f -> new HashMap<>()),
                            verdicts,
                            reaches);
                }
            }
        }
        return new Exposure(period, verdicts, reaches);
    }

    private void evaluate(
            Cohort cohort,
            Stretch stretch,
            Stretch.Part part,
            Map<LocalDate, Judged> memory,
            List<VerdictPiece> verdicts,
            List<ReachPiece> reaches) {
        Run run = null;
        double from = stretch.fromSeconds();
        for (double to : knots(cohort, stretch, part.facts())) {
            double recordYears = integral(cohort, stretch, part, from, to) / YEAR_SECONDS;
            Judged judged = judge(cohort, part.facts(), from, to, memory);
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
                run.fromSeconds(),
                run.toSeconds(),
                run.recordYears()));
    }

    /** Facts with a number of people are judged anew in each piece; others once per legal day that matters. */
    private Judged judge(Cohort cohort, CaseFacts facts, double from, double to, Map<LocalDate, Judged> memory) {
        LocalDate date = day(from);
        if (!Double.isNaN(facts.subject().records()) || !needsNumber(facts)) {
            LocalDate key = changes.of(facts.subject().country()).floor(date);
            return memory.computeIfAbsent(key == null ? LocalDate.MIN : max(key, facts, date), d -> judge(facts, date));
        }
        double records = cohort.records().at((from + to) / 2);
        Subject subject = facts.subject();
        Subject counted = new Subject(
                subject.country(),
                subject.citizenships(),
                subject.dataClass(),
                records,
                subject.people(),
                subject.attributes());
        return judge(new CaseFacts(counted, facts.controller(), facts.copies(), facts.movements(), facts.held()), date);
    }

    private LocalDate max(LocalDate key, CaseFacts facts, LocalDate date) {
        LocalDate own = ChangeDates.of(facts, evaluator.catalogue()).floor(date);
        return own != null && own.isAfter(key) ? own : key;
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
