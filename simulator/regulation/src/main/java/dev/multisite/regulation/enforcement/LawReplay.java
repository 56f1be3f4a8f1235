package dev.multisite.regulation.enforcement;

import java.util.ArrayList;
import java.util.List;

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
    private final long rateKey;
    private final long arrivalKey;
    private final long proceedingKey;

    LawReplay(LawExposure exposure, EnforcementSettings settings) {
        this.exposure = exposure;
        this.settings = settings;
        rateKey = RandomSource.key(settings.seed(), "enforcement rates " + exposure.law());
        arrivalKey = RandomSource.key(settings.seed(), "enforcement complaints " + exposure.law());
        proceedingKey = RandomSource.key(settings.seed(), "enforcement proceedings " + exposure.law());
    }

    /** What the world is like: drawn once, the same for all proceedings. */
    record World(double basicRate, double strictness) {}

    private record Decision(double time, RandomSource random) {}

    /** Draws how strictly the law is read and how often people complain. */
    World world(long draw) {
        RandomSource random = RandomSource.of(rateKey, draw);
        double strictness = random.uniform();
        return new World(Sampler.draw(exposure.terms().complaintRatePerYear(), random), strictness);
    }

    /** Plays once and adds to {@code tally}. */
    void play(World world, long replay, Tally tally) {
        Intensity intensity = new Intensity(exposure, settings, world.basicRate(), world.strictness());
        if (intensity.total() == 0) {
            return;
        }
        boolean fined = false;
        for (Decision decision : decisions(intensity, replay)) {
            fined |= decide(decision, world, fined, tally);
        }
    }

    private List<Decision> decisions(Intensity intensity, long replay) {
        List<Decision> decisions = new ArrayList<>();
        RandomSource arrivals = RandomSource.of(arrivalKey, replay);
        double amount = arrivals.exponential();
        for (int i = 0; amount < intensity.total(); i++) {
            RandomSource random = RandomSource.of(proceedingKey, replay * 4096 + i);
            double time = intensity.timeOf(amount)
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
        stop(decision, u - outcomes.fineAndOrder() < outcomes.suspension(), segment, tally);
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

    private void stop(Decision decision, boolean suspension, LawExposure.Segment segment, Tally tally) {
        double years = Sampler.draw(exposure.terms().blockDays(), decision.random()) / 365.25;
        double until = Math.min(settings.horizonYears(), decision.time() + years);
        if (suspension) {
            tally.suspend((until - decision.time()) * 365.25);
        } else if (segment.blockPossible()) {
            tally.block(deviceDays(Math.max(decision.time(), tally.blockedUntilYears()), until), until);
        }
    }

    private double deviceDays(double from, double to) {
        double deviceYears = 0;
        List<LawExposure.Segment> segments = exposure.segments();
        for (int i = 0; i < segments.size(); i++) {
            double start = Math.max(from, segments.get(i).startYears());
            double end =
                    i + 1 < segments.size() ? Math.min(to, segments.get(i + 1).startYears()) : to;
            deviceYears += Math.max(0, end - start) * segments.get(i).devices();
        }
        return deviceYears * 365.25;
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
