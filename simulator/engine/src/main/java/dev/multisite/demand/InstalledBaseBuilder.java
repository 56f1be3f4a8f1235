package dev.multisite.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.multisite.scenario.GrowthSpec;
import dev.multisite.scenario.Period;
import dev.multisite.scenario.PopulationEvent;
import dev.multisite.scenario.PopulationEvent.Advisory;
import dev.multisite.scenario.PopulationEvent.SalesStop;
import dev.multisite.scenario.PopulationEvent.ServiceBlock;
import dev.multisite.scenario.PopulationEvent.TrustShock;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.units.Durations;

/** Cuts the life of an installed base into segments at every instant where its growth changes. */
final class InstalledBaseBuilder {

    private final PopulationSpec population;
    private final Period period;
    private final double endSeconds;
    private final double launchSeconds;
    private final double usualChurnPerSecond;
    private final TreeMap<Double, Double> points = new TreeMap<>();

    private final List<Double> starts = new ArrayList<>();
    private final List<BaseSegment> segments = new ArrayList<>();
    private final List<Losses.Stretch> losses = new ArrayList<>();
    private double churnPerSecond;
    private double keptByAdvisories = 1;
    private double devices;
    private double adopters;
    private Trust trust;

    InstalledBaseBuilder(PopulationSpec population, Period period) {
        this.population = population;
        this.period = period;
        endSeconds = period.seconds();
        launchSeconds = Math.max(0, period.toSeconds(population.effectiveLaunch()));
        usualChurnPerSecond = hazard(population.churnPerYear());
        trust = new Trust(0, population.trust());
    }

    /** The hazard per second of an effective annual loss. */
    private static double hazard(double churnPerYear) {
        return -StrictMath.log1p(-churnPerYear) / Durations.SECONDS_PER_YEAR;
    }

    InstalledBase build() {
        if (launchSeconds > 0) {
            add(0, new ConstantFlow(0, 0, 0));
        }
        if (launchSeconds < endSeconds) {
            live();
        }
        return new InstalledBase(
                starts.stream().mapToDouble(Double::doubleValue).toArray(),
                segments.toArray(new BaseSegment[0]),
                new Losses(losses));
    }

    private void live() {
        placePoints();
        devices = points.isEmpty() ? population.devices() : points.firstEntry().getValue();
        adopters = devices;
        TreeSet<Double> cuts = cuts();
        double from = launchSeconds;
        while (from < endSeconds) {
            happens(from);
            churnPerSecond = usualChurnPerSecond + blockChurnAt(from);
            Double next = cuts.higher(from);
            double until = next == null ? endSeconds : next;
            grow(from, until);
            from = until;
        }
    }

    /** The points from the launch on, with the base at the launch as the first. */
    private void placePoints() {
        if (population.growth() instanceof GrowthSpec.Points given) {
            TreeMap<Double, Double> all = new TreeMap<>();
            given.devices().forEach((on, count) -> all.put(period.toSeconds(on), count));
            boolean before = all.floorKey(launchSeconds) != null;
            double base = before ? interpolate(all, launchSeconds) : population.devices();
            points.put(launchSeconds, base);
            points.putAll(all.tailMap(launchSeconds, false));
        }
    }

    private static double interpolate(TreeMap<Double, Double> points, double at) {
        var left = points.floorEntry(at);
        var right = points.higherEntry(at);
        if (right == null) {
            return left.getValue();
        }
        double share = (at - left.getKey()) / (right.getKey() - left.getKey());
        return left.getValue() + share * (right.getValue() - left.getValue());
    }

    private TreeSet<Double> cuts() {
        TreeSet<Double> cuts = new TreeSet<>(points.keySet());
        for (PopulationEvent event : population.events()) {
            if (event instanceof Advisory advisory) {
                cuts.add(period.toSeconds(advisory.on()));
            } else if (event instanceof SalesStop stop) {
                cuts.add(period.toSeconds(stop.on()));
                cuts.add(period.toSeconds(stop.until()));
            } else if (event instanceof TrustShock shock) {
                cuts.add(period.toSeconds(shock.on()));
            } else if (event instanceof ServiceBlock block && block.churnPerYear() > 0) {
                cuts.add(period.toSeconds(block.on()));
                cuts.add(period.toSeconds(block.until()));
            }
        }
        cuts.removeIf(cut -> !(cut > launchSeconds && cut < endSeconds));
        return cuts;
    }

    private void happens(double at) {
        keptByAdvisories = 1;
        for (PopulationEvent event : population.events()) {
            if (event instanceof Advisory advisory && period.toSeconds(advisory.on()) == at) {
                double before = devices;
                double addressed = advisory.group() * (1 + advisory.family());
                devices = Math.max(0, devices - addressed * advisory.penetration() * advisory.compliance());
                keptByAdvisories *= before > 0 ? devices / before : 1;
                trust = trust.shocked(advisory.trustShock());
            } else if (event instanceof TrustShock shock && period.toSeconds(shock.on()) == at) {
                trust = trust.shocked(shock.size());
            }
        }
    }

    private double blockChurnAt(double at) {
        double hazard = 0;
        for (PopulationEvent event : population.events()) {
            if (event instanceof ServiceBlock block
                    && period.toSeconds(block.on()) <= at
                    && at < period.toSeconds(block.until())) {
                hazard += hazard(block.churnPerYear());
            }
        }
        return hazard;
    }

    private boolean salesStoppedAt(double at) {
        for (PopulationEvent event : population.events()) {
            if (event instanceof SalesStop stop
                    && period.toSeconds(stop.on()) <= at
                    && at < period.toSeconds(stop.until())) {
                return true;
            }
        }
        return false;
    }

    private void grow(double from, double until) {
        losses.add(new Losses.Stretch(from, keptByAdvisories, churnPerSecond, trust));
        BaseSegment segment = segment(from, until);
        if (segment instanceof ConstantFlow flow && from + flow.emptyAfterSeconds() < until) {
            add(from, segment);
            devices = 0;
            add(from + flow.emptyAfterSeconds(), new ConstantFlow(0, 0, 0));
            return;
        }
        add(from, segment);
        double length = until - from;
        devices = Math.max(0, segment.devices(length));
        adopters = segment.adopters(length, adopters);
        trust = trust.after(length);
    }

    private BaseSegment segment(double from, double until) {
        boolean stopped = salesStoppedAt(from);
        GrowthSpec growth = population.growth();
        if (growth instanceof GrowthSpec.Bass bass && !stopped) {
            return bassSegment(bass, until - from);
        }
        double arrivals = arrivalsPerSecond(growth, from, stopped);
        double growthRate = growth instanceof GrowthSpec.Exponential exponential && !stopped
                ? StrictMath.log1p(exponential.perYear()) / Durations.SECONDS_PER_YEAR
                : 0;
        if (trust.full()) {
            return new ConstantFlow(devices, arrivals, churnPerSecond - growthRate);
        }
        Trust now = trust;
        return numeric(until - from, (t, n, a) -> {
            double won = Math.max(0, arrivals + growthRate * n) * now.arrivalsFactor(t)
                    + Math.min(0, arrivals + growthRate * n);
            return won - churnPerSecond * now.churnFactor(t) * n;
        });
    }

    private double arrivalsPerSecond(GrowthSpec growth, double from, boolean stopped) {
        double arrivals = 0;
        if (growth instanceof GrowthSpec.Linear linear) {
            arrivals = linear.newDevices().perSecond();
        } else if (growth instanceof GrowthSpec.Points) {
            var left = points.floorEntry(from);
            var right = points.higherEntry(from);
            arrivals = right == null ? 0 : (right.getValue() - left.getValue()) / (right.getKey() - left.getKey());
        }
        return stopped ? Math.min(0, arrivals) : arrivals;
    }

    private BaseSegment bassSegment(GrowthSpec.Bass bass, double length) {
        double p = bass.p() / Durations.SECONDS_PER_YEAR;
        double q = bass.q() / Durations.SECONDS_PER_YEAR;
        double share = Math.min(1, adopters / bass.market());
        if (trust.full() && churnPerSecond == 0) {
            return new BassSegment(devices, bass.market(), new BassDiffusion(p, q, share));
        }
        Trust now = trust;
        return new NumericSegment(devices, share * bass.market(), length, new NumericSegment.Flow() {
            @Override
            public double devicesSlope(double seconds, double n, double a) {
                return adoptersSlope(seconds, a) - churnPerSecond * now.churnFactor(seconds) * n;
            }

            @Override
            public double adoptersSlope(double seconds, double a) {
                return bass.market() * now.arrivalsFactor(seconds) * BassDiffusion.slope(p, q, a / bass.market());
            }
        });
    }

    /** Net change of the devices per second as a function of time and devices. */
    private interface Slope {
        double at(double seconds, double devices, double adopters);
    }

    private BaseSegment numeric(double length, Slope slope) {
        return new NumericSegment(devices, adopters, length, new NumericSegment.Flow() {
            @Override
            public double devicesSlope(double seconds, double n, double a) {
                return slope.at(seconds, n, a);
            }

            @Override
            public double adoptersSlope(double seconds, double a) {
                return 0;
            }
        });
    }

    private void add(double from, BaseSegment segment) {
        starts.add(from);
        segments.add(segment);
    }
}
