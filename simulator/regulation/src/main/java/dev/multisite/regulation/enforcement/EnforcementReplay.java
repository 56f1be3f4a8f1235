package dev.multisite.regulation.enforcement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Replays the enforcement of laws on exposure trajectories. Results depend on the seed alone. */
public final class EnforcementReplay {

    private EnforcementReplay() {}

    /**
     * Replays with everything drawn anew in each replay: what is uncertain about the world (rates, contested readings) and
     * what is chance.
     */
    public static EnforcementResult run(List<LawExposure> laws, EnforcementSettings settings) {
        Map<String, EnforcementResult.Figures> byLaw = new LinkedHashMap<>();
        List<Tally[]> tallies = new ArrayList<>();
        for (LawExposure law : laws) {
            LawReplay replay = new LawReplay(law, settings);
            Tally[] tally = new Tally[settings.replays()];
            for (int i = 0; i < tally.length; i++) {
                tally[i] = new Tally();
                replay.play(replay.world(i), i, tally[i]);
            }
            tallies.add(tally);
            byLaw.put(law.law(), figures(List.<Tally[]>of(tally), settings.replays()));
        }
        return new EnforcementResult(figures(tallies, settings.replays()), byLaw);
    }

    /**
     * Replays in two layers: {@code outer} draws of the world, {@code settings.replays()} replays in each. Chance averages
     * out inside a world, so the spread of the means shows what is not known.
     */
    public static Band nested(List<LawExposure> laws, EnforcementSettings settings, int outer) {
        double[] means = new double[outer];
        for (LawExposure law : laws) {
            LawReplay replay = new LawReplay(law, settings);
            for (int draw = 0; draw < outer; draw++) {
                LawReplay.World world = replay.world(draw);
                double sum = 0;
                for (int i = 0; i < settings.replays(); i++) {
                    Tally tally = new Tally();
                    replay.play(world, (long) draw * settings.replays() + i, tally);
                    sum += tally.announcedUsd();
                }
                means[draw] += sum / settings.replays();
            }
        }
        Arrays.sort(means);
        return new Band(
                Arrays.stream(means).average().orElse(0),
                means[(int) Math.floor((outer - 1) * 0.05)],
                means[(int) Math.ceil((outer - 1) * 0.95)]);
    }

    /**
     * The mean of announced fines and the band in which it lies with 90 % probability given what is not known.
     *
     * @param mean mean over all worlds, US dollars
     * @param low 5 % quantile of the means
     * @param high 95 % quantile of the means
     */
    public record Band(double mean, double low, double high) {}

    private static EnforcementResult.Figures figures(List<Tally[]> laws, int replays) {
        return new EnforcementResult.Figures(
                risk(laws, replays, Tally::announcedUsd),
                risk(laws, replays, Tally::collectedUsd),
                risk(laws, replays, Tally::orders),
                risk(laws, replays, Tally::suspensions),
                risk(laws, replays, Tally::suspendedDays),
                risk(laws, replays, Tally::blocks),
                risk(laws, replays, Tally::blockedDeviceDays),
                medianFirst(laws, replays));
    }

    private static Risk risk(List<Tally[]> laws, int replays, ToDoubleFunction<Tally> amount) {
        double[] amounts = new double[replays];
        for (Tally[] tallies : laws) {
            for (int i = 0; i < replays; i++) {
                amounts[i] += amount.applyAsDouble(tallies[i]);
            }
        }
        return Risk.of(amounts);
    }

    private static double medianFirst(List<Tally[]> laws, int replays) {
        double[] firsts = new double[replays];
        Arrays.fill(firsts, Double.POSITIVE_INFINITY);
        for (Tally[] tallies : laws) {
            for (int i = 0; i < replays; i++) {
                firsts[i] = Math.min(firsts[i], tallies[i].firstMeasureYears());
            }
        }
        double[] finite =
                Arrays.stream(firsts).filter(Double::isFinite).sorted().toArray();
        return finite.length == 0 ? Double.NaN : finite[(finite.length - 1) / 2];
    }
}
