package dev.multisite.exposure;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.multisite.demand.DemandModel;
import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.enforcement.LawExposure;
import dev.multisite.regulation.evaluate.Verdict;
import dev.multisite.regulation.exposure.Exposure;
import dev.multisite.regulation.exposure.VerdictPiece;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.law.LawVersion;
import dev.multisite.regulation.law.Penalty;
import dev.multisite.regulation.law.Rule;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.units.Durations;
import dev.multisite.units.Money;

/** Turns exposure into what enforcement is replayed on: records against each law over time, and what that can cost. */
final class LawTrajectories {

    private static final int MOST_SEGMENTS = 200;

    private final Scenario scenario;
    private final LawCatalogue laws;
    private final DemandModel demand;
    private final Map<String, Exposure> byPopulation;
    private final ExposureTrack track;
    private final TreeMap<Integer, Money> turnover;

    LawTrajectories(
            Scenario scenario,
            LawCatalogue laws,
            DemandModel demand,
            Map<String, Exposure> byPopulation,
            ExposureTrack track) {
        this.scenario = scenario;
        this.laws = laws;
        this.demand = demand;
        this.byPopulation = byPopulation;
        this.track = track;
        this.turnover = new TreeMap<>(scenario.regulation().controller().turnover());
    }

    /** Returns the laws that are broken or may be, in alphabetical order. */
    List<LawExposure> all() {
        NavigableSet<String> ids = new TreeSet<>();
        track.series().keySet().stream()
                .filter(key -> !key.law().isEmpty() && counts(key.count()))
                .forEach(key -> ids.add(key.law()));
        return ids.stream().map(id -> of(laws.law(id))).toList();
    }

    private static boolean counts(ExposureTrack.Count count) {
        return count == ExposureTrack.Count.NON_COMPLIANT || count == ExposureTrack.Count.UNCERTAIN;
    }

    private LawExposure of(Law law) {
        double[] broken = series(law, ExposureTrack.Count.NON_COMPLIANT);
        double[] disputed = series(law, ExposureTrack.Count.UNCERTAIN);
        double p = probability(law);
        int bins = track.bins();
        int step = Math.max(1, (bins + MOST_SEGMENTS - 1) / MOST_SEGMENTS);
        List<LawExposure.Segment> segments = new ArrayList<>();
        boolean unknownSize = false;
        for (int bin = 0; bin < bins; bin += step) {
            double middle = track.middle(bin);
            double start = start(bin);
            Caps caps = caps(law, date(middle));
            unknownSize |= caps.ofTurnover() && turnover.isEmpty();
            segments.add(new LawExposure.Segment(
                    start / Durations.SECONDS_PER_YEAR,
                    broken[bin],
                    disputed[bin],
                    p,
                    caps.first(),
                    caps.repeat(),
                    caps.block(),
                    devices(law, middle),
                    newDevicesPerYear(law, start, start(bin + step))));
        }
        return new LawExposure(law.id(), law.enforcement(), segments, unknownSize);
    }

    private double[] series(Law law, ExposureTrack.Count count) {
        return track.series()
                .getOrDefault(new ExposureTrack.Key("", law.id(), "", "", count), new double[track.bins()]);
    }

    /** The largest probability that a disputed reading of the law has. */
    private double probability(Law law) {
        double p = 0;
        for (Exposure own : byPopulation.values()) {
            for (VerdictPiece piece : own.verdicts()) {
                if (piece.finding().law().equals(law.id()) && piece.finding().verdict() == Verdict.UNCERTAIN) {
                    p = Math.max(p, piece.finding().p());
                }
            }
        }
        return p;
    }

    private LocalDate date(double timeSeconds) {
        return scenario.period().toInstant(timeSeconds).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private double devices(Law law, double timeSeconds) {
        double devices = 0;
        for (PopulationSpec population : scenario.populations().values()) {
            devices += law.everCovers(population.country()) ? demand.devices(population.name(), timeSeconds) : 0;
        }
        return devices;
    }

    private double start(int bin) {
        if (bin >= track.bins()) {
            return track.end();
        }
        return bin == 0 ? 0 : (track.middle(bin - 1) + track.middle(bin)) / 2;
    }

    /** Devices that arrive: what is there at the end beyond those that are left of the start. */
    private double newDevicesPerYear(Law law, double from, double until) {
        double arrived = 0;
        for (PopulationSpec population : scenario.populations().values()) {
            if (law.everCovers(population.country()) && from < until) {
                String name = population.name();
                double left = demand.devices(name, from) * demand.kept(name, from, until);
                arrived += Math.max(0, demand.devices(name, until) - left);
            }
        }
        return from < until ? arrived / (until - from) * Durations.SECONDS_PER_YEAR : 0;
    }

    /** The highest fines of a day in US dollars. */
    private record Caps(double first, double repeat, boolean block, boolean ofTurnover) {}

    private Caps caps(Law law, LocalDate date) {
        Caps highest = new Caps(0, 0, false, false);
        for (LawVersion version : law.versions()) {
            boolean inForce = !date.isBefore(version.inForce()) && !date.isAfter(version.ended());
            for (Rule rule : inForce ? version.rules() : List.<Rule>of()) {
                for (Penalty penalty : rule.head().penalties()) {
                    if (penalty.holdsOn(date)) {
                        highest = worse(highest, caps(penalty, date));
                    }
                }
            }
        }
        return highest;
    }

    private Caps caps(Penalty penalty, LocalDate date) {
        double rate = laws.rates().perUsd(penalty.currency(), date);
        Map.Entry<Integer, Money> year = turnover.floorEntry(date.getYear());
        double world = year == null
                ? turnover.isEmpty() ? 0 : turnover.firstEntry().getValue().usd() * rate
                : year.getValue().usd() * rate;
        boolean ofTurnover = penalty.turnoverFraction() > 0 && penalty.base() == Penalty.Base.WORLDWIDE_GROUP;
        return new Caps(
                penalty.maximum(world, 0, false, false) / rate,
                penalty.maximum(world, 0, true, false) / rate,
                penalty.block(),
                ofTurnover);
    }

    private static Caps worse(Caps a, Caps b) {
        return new Caps(
                Math.max(a.first(), b.first()),
                Math.max(a.repeat(), b.repeat()),
                a.block() || b.block(),
                a.ofTurnover() || b.ofTurnover());
    }
}
