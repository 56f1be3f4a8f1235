package dev.multisite.regulation.enforcement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.multisite.regulation.law.EnforcementTerms;
import dev.multisite.regulation.law.EnforcementTerms.Appeal;
import dev.multisite.regulation.law.EnforcementTerms.Outcomes;

/**
 * Plays the enforcement of one law: complaint, triage, investigation, decision, appeal, collection. Each proceeding runs on
 * its own; decisions are taken in order of time, so that a second one meets a repeated offender.
 */
final class LawReplay {

    private final LawExposure exposure;
    private final EnforcementSettings settings;
    private final double[] probabilities;
    private final Intensity[] readings;
    private final long rateKey;
    private final long arrivalKey;
    private final long proceedingKey;
    private final double[] firsts;

    LawReplay(LawExposure exposure, EnforcementSettings settings) {
        this.exposure = exposure;
        this.settings = settings;
        probabilities = exposure.segments().stream()
                .mapToDouble(LawExposure.Segment::pUncertain)
                .filter(p -> p > 0)
                .distinct()
                .sorted()
                .toArray();
        readings = new Intensity[probabilities.length + 1];
        for (int i = 0; i < readings.length; i++) {
            // The strict reading holds wherever its probability is above the strictness: i of them are not.
            readings[i] = new Intensity(exposure, settings, i == 0 ? 0 : probabilities[i - 1]);
        }
        rateKey = RandomSource.key(settings.seed(), "enforcement rates " + exposure.law());
        arrivalKey = RandomSource.key(settings.seed(), "enforcement complaints " + exposure.law());
        proceedingKey = RandomSource.key(settings.seed(), "enforcement proceedings " + exposure.law());
        firsts = new double[settings.replays()];
        Arrays.setAll(firsts, i -> RandomSource.of(arrivalKey, i).exponential());
    }

    /** What the world is like: drawn once, the same for all proceedings. */
    record World(double basicRate, double strictness) {

        /** The same world in which every disputed reading is the one that finds nothing wrong. */
        World lenient() {
            return new World(basicRate, 1);
        }

        /** The same world in which every disputed reading is the strict one. */
        World strict() {
            return new World(basicRate, 0);
        }
    }

    private record Decision(double time, RandomSource random) {}

    /** Whether how strictly the law is read makes a difference. */
    boolean disputed() {
        return probabilities.length > 0;
    }

    /** Draws how strictly the law is read and how often people complain. */
    World world(long draw) {
        RandomSource random = RandomSource.of(rateKey, draw);
        double strictness = random.uniform();
        return new World(Sampler.draw(exposure.terms().complaintRatePerYear(), random), strictness);
    }

    /** Plays once and adds to {@code tally}. */
    void play(World world, long replay, Tally tally) {
        Intensity intensity = readings[notAbove(world.strictness())];
        double total = intensity.total(world.basicRate());
        if (total == 0 || first(replay) >= total) {
            return;
        }
        RandomSource arrivals = RandomSource.of(arrivalKey, replay);
        double first = arrivals.exponential();
        boolean fined = false;
        for (Decision decision : decisions(intensity, world.basicRate(), first, arrivals, replay)) {
            fined |= decide(decision, world, fined, tally);
        }
    }

    /** Returns the fines that are announced in one replay, US dollars. */
    double announced(World world, long replay) {
        double total = readings[notAbove(world.strictness())].total(world.basicRate());
        if (total == 0 || first(replay) >= total) {
            return 0;
        }
        Tally tally = new Tally();
        play(world, replay, tally);
        return tally.announcedUsd();
    }

    /** The first complaint of a replay, in expected complaints: nothing happens in most replays. */
    private double first(long replay) {
        return firsts[(int) replay];
    }

    private int notAbove(double strictness) {
        int count = 0;
        while (count < probabilities.length && probabilities[count] <= strictness) {
            count++;
        }
        return count;
    }

    private List<Decision> decisions(
            Intensity intensity, double basicRate, double first, RandomSource arrivals, long replay) {
        List<Decision> decisions = new ArrayList<>();
        double total = intensity.total(basicRate);
        double amount = first;
        for (int i = 0; amount < total; i++) {
            RandomSource random = RandomSource.of(proceedingKey, replay * 4096 + i);
            double time = intensity.timeOf(amount, basicRate)
                    + Sampler.draw(exposure.terms().triageYears(), random)
                    + Sampler.draw(exposure.terms().durationYears(), random);
            if (time < settings.horizonYears()) {
                decisions.add(new Decision(time, random));
            }
            amount += arrivals.exponential();
        }
        decisions.sort((a, b) -> Double.compare(a.time(), b.time()));
        return decisions;
    }

    /** Returns whether it ended with a fine. */
    private boolean decide(Decision decision, World world, boolean repeat, Tally tally) {
        Outcomes outcomes = exposure.terms().outcome();
        LawExposure.Segment segment = at(decision.time());
        RandomSource random = decision.random();
        double u = random.uniform();
        double credit = random.uniform();
        if (u < outcomes.none()) {
            return false;
        }
        u -= outcomes.none();
        if (u < outcomes.orderOnly()) {
            tally.order(decision.time());
            return false;
        }
        u -= outcomes.orderOnly();
        boolean compliantNow = Intensity.breach(segment, world.strictness()) == 0;
        tally.order(decision.time());
        if (compliantNow && credit < settings.complianceCredit()) {
            return false;
        }
        if (u < outcomes.fineAndOrder()) {
            fine(decision, repeat, tally);
            return true;
        }
        stop(decision, u - outcomes.fineAndOrder(), segment, tally);
        return false;
    }

    private void fine(Decision decision, boolean repeat, Tally tally) {
        EnforcementTerms terms = exposure.terms();
        RandomSource random = decision.random();
        LawExposure.Segment segment = at(decision.time());
        double cap = repeat ? segment.capRepeatUsd() : segment.capUsd();
        double announced = exposure.unknownSize()
                ? Sampler.heavyTail(cap, random)
                : cap * Sampler.draw(repeat ? terms.shareOfCapRepeat() : terms.shareOfCapFirst(), random);
        tally.announce(announced, decision.time());
        Appeal appeal = terms.appeal();
        double settled = decision.time();
        double upheld = announced;
        if (random.uniform() < appeal.rate()) {
            settled += Sampler.draw(appeal.years(), random);
            double u = random.uniform();
            double reducedTo = Sampler.draw(appeal.reducedTo(), random);
            upheld = u < appeal.annulled()
                    ? 0
                    : u < appeal.annulled() + appeal.reduced() ? announced * reducedTo : announced;
        }
        double share = Sampler.draw(terms.collectedShare(), random);
        if (settled < settings.horizonYears()) {
            tally.collect(upheld * share);
        }
    }

    /** An order to stop transfers, an order to take no new users, or a block. */
    private void stop(Decision decision, double u, LawExposure.Segment segment, Tally tally) {
        Outcomes outcomes = exposure.terms().outcome();
        double years = Sampler.draw(exposure.terms().blockDays(), decision.random()) / 365.25;
        double from = decision.time();
        double until = Math.min(settings.horizonYears(), from + years);
        if (u < outcomes.suspension()) {
            tally.suspend((until - from) * 365.25);
        } else if (u < outcomes.suspension() + outcomes.stopNewUsers()) {
            double start = Math.max(from, tally.closedUntilYears());
            tally.close(integral(start, until, LawExposure.Segment::newDevicesPerYear), until);
        } else if (segment.blockPossible()) {
            double start = Math.max(from, tally.blockedUntilYears());
            tally.block(integral(start, until, LawExposure.Segment::devices) * 365.25, until);
        }
    }

    private double integral(double from, double to, ToDoubleFunction<LawExposure.Segment> rate) {
        double integral = 0;
        List<LawExposure.Segment> segments = exposure.segments();
        for (int i = 0; i < segments.size(); i++) {
            double start = Math.max(from, segments.get(i).startYears());
            double end =
                    i + 1 < segments.size() ? Math.min(to, segments.get(i + 1).startYears()) : to;
            integral += Math.max(0, end - start) * rate.applyAsDouble(segments.get(i));
        }
        return integral;
    }

    private LawExposure.Segment at(double time) {
        List<LawExposure.Segment> segments = exposure.segments();
        int i = segments.size() - 1;
        while (i > 0 && segments.get(i).startYears() > time) {
            i--;
        }
        return segments.get(i);
    }
}
