package dev.multisite.regulation.enforcement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

import dev.multisite.regulation.enforcement.EnforcementResult.Layers;

/** Replays the enforcement of laws on exposure trajectories. Results depend on the seed alone. */
public final class EnforcementReplay {

    private static final int WORLDS = 200;
    private static final int MOST_REPLAYS_PER_WORLD = 250;

    private final List<List<LawExposure>> courses;
    private final EnforcementSettings settings;

    private EnforcementReplay(List<List<LawExposure>> courses, EnforcementSettings settings) {
        this.courses = courses.stream().map(List::copyOf).toList();
        this.settings = settings;
    }

    /** Replays on one course of the exposure. */
    public static EnforcementResult run(List<LawExposure> laws, EnforcementSettings settings) {
        return runCourses(List.of(laws), settings);
    }

    /**
     * Replays on several courses that the exposure may take, e.g. those of the replications of a simulation; replay i on
     * course i modulo their number. In each replay everything is drawn anew: what is uncertain about the world (rates,
     * contested readings) and what is chance. The worlds alone are drawn again for {@link Layers}.
     *
     * @param courses at least one; a law that a course does not mention is not broken there
     */
    public static EnforcementResult runCourses(List<List<LawExposure>> courses, EnforcementSettings settings) {
        if (courses.isEmpty()) {
            throw new IllegalArgumentException("there must be a course to replay on");
        }
        return new EnforcementReplay(courses, settings).run();
    }

    private EnforcementResult run() {
        TreeSet<String> ids = new TreeSet<>();
        courses.forEach(laws -> laws.forEach(law -> ids.add(law.law())));
        Map<String, EnforcementResult.Figures> byLaw = new LinkedHashMap<>();
        List<Tally[]> all = new ArrayList<>();
        MeansOfLayers total = new MeansOfLayers();
        for (String id : ids) {
            List<LawReplay> law = replays(id);
            Tally[] tallies = new Tally[settings.replays()];
            Arrays.setAll(tallies, i -> new Tally());
            for (int i = 0; i < tallies.length; i++) {
                LawReplay replay = law.get(i % law.size());
                replay.play(replay.world(i), i, tallies[i]);
            }
            all.add(tallies);
            MeansOfLayers own = layers(law, tallies);
            total.add(own);
            byLaw.put(id, figures(List.<Tally[]>of(tallies), own.layers()));
        }
        EnforcementResult.Replays amounts = new EnforcementResult.Replays(
                amounts(all, Tally::announcedUsd),
                amounts(all, Tally::collectedUsd),
                amounts(all, Tally::blockedDeviceDays));
        return new EnforcementResult(figures(all, total.layers()), byLaw, amounts);
    }

    private List<LawReplay> replays(String id) {
        List<LawReplay> replays = new ArrayList<>();
        for (List<LawExposure> laws : courses) {
            LawExposure exposure = laws.stream()
                    .filter(law -> law.law().equals(id))
                    .findFirst()
                    .orElseGet(() -> quiet(id));
            replays.add(new LawReplay(exposure, settings));
        }
        return replays;
    }

    /** The law in a course in which nothing is wrong. */
    private LawExposure quiet(String id) {
        LawExposure.Segment nothing = new LawExposure.Segment(0, 0, 0, 0, 0, 0, false, 0, 0);
        return courses.stream()
                .flatMap(List::stream)
                .filter(law -> law.law().equals(id))
                .findFirst()
                .map(law -> new LawExposure(id, law.terms(), List.of(nothing), law.unknownSize()))
                .orElseThrow();
    }

    /** Means of the fines of one law, or of several: by world, and with all disputed readings one way or the other. */
    private static final class MeansOfLayers {
        private final double[] worlds = new double[WORLDS];
        private double lenient;
        private double strict;

        private void add(MeansOfLayers other) {
            Arrays.setAll(worlds, i -> worlds[i] + other.worlds[i]);
            lenient += other.lenient;
            strict += other.strict;
        }

        private Layers layers() {
            double[] sorted = worlds.clone();
            Arrays.sort(sorted);
            return new Layers(
                    sorted[(int) Math.floor((WORLDS - 1) * 0.05)],
                    sorted[(int) Math.ceil((WORLDS - 1) * 0.95)],
                    lenient,
                    strict);
        }
    }

    private MeansOfLayers layers(List<LawReplay> law, Tally[] tallies) {
        MeansOfLayers means = new MeansOfLayers();
        int replays = Math.min(MOST_REPLAYS_PER_WORLD, settings.replays());
        for (int world = 0; world < WORLDS; world++) {
            double sum = 0;
            long draw = -1L - world;
            List<LawReplay.World> worlds =
                    law.stream().map(replay -> replay.world(draw)).toList();
            for (int i = 0; i < replays; i++) {
                LawReplay replay = law.get(i % law.size());
                // The same chance in every world: what differs between worlds is what is not known about them.
                sum += replay.announced(worlds.get(i % law.size()), i);
            }
            means.worlds[world] = sum / replays;
        }
        toMean(means.worlds, amounts(List.<Tally[]>of(tallies), Tally::announcedUsd));
        boolean disputed = law.stream().anyMatch(LawReplay::disputed);
        for (int i = 0; i < tallies.length; i++) {
            LawReplay replay = law.get(i % law.size());
            LawReplay.World world = replay.world(i);
            means.lenient += disputed ? replay.announced(world.lenient(), i) : tallies[i].announcedUsd();
            means.strict += disputed ? replay.announced(world.strict(), i) : tallies[i].announcedUsd();
        }
        means.lenient /= tallies.length;
        means.strict /= tallies.length;
        return means;
    }

    /**
     * Scales the means of the worlds to the mean of all replays. Chance is the same in every world, so what few replays per
     * world get wrong is a common factor.
     */
    private static void toMean(double[] worlds, double[] amounts) {
        double mean = Arrays.stream(amounts).sum() / amounts.length;
        double ofWorlds = Arrays.stream(worlds).sum() / worlds.length;
        if (ofWorlds > 0 && mean > 0) {
            Arrays.setAll(worlds, i -> worlds[i] * mean / ofWorlds);
        }
    }

    private EnforcementResult.Figures figures(List<Tally[]> laws, Layers layers) {
        return new EnforcementResult.Figures(
                risk(laws, Tally::announcedUsd),
                risk(laws, Tally::collectedUsd),
                risk(laws, Tally::orders),
                risk(laws, Tally::suspensions),
                risk(laws, Tally::suspendedDays),
                risk(laws, Tally::closures),
                risk(laws, Tally::unsoldDevices),
                risk(laws, Tally::blocks),
                risk(laws, Tally::blockedDeviceDays),
                medianFirst(laws),
                layers);
    }

    private Risk risk(List<Tally[]> laws, ToDoubleFunction<Tally> amount) {
        return Risk.of(amounts(laws, amount), courses.size());
    }

    private double[] amounts(List<Tally[]> laws, ToDoubleFunction<Tally> amount) {
        double[] amounts = new double[settings.replays()];
        for (Tally[] tallies : laws) {
            Arrays.setAll(amounts, i -> amounts[i] + amount.applyAsDouble(tallies[i]));
        }
        return amounts;
    }

    private double medianFirst(List<Tally[]> laws) {
        double[] firsts = new double[settings.replays()];
        Arrays.fill(firsts, Double.POSITIVE_INFINITY);
        for (Tally[] tallies : laws) {
            Arrays.setAll(firsts, i -> Math.min(firsts[i], tallies[i].firstMeasureYears()));
        }
        double[] finite =
                Arrays.stream(firsts).filter(Double::isFinite).sorted().toArray();
        return finite.length == 0 ? Double.NaN : finite[(finite.length - 1) / 2];
    }
}
