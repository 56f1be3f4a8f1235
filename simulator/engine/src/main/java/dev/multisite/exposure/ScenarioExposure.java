package dev.multisite.exposure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import dev.multisite.demand.DemandModel;
import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.enforcement.LawExposure;
import dev.multisite.regulation.evaluate.Evaluator;
import dev.multisite.regulation.exposure.Cohort;
import dev.multisite.regulation.exposure.Exposure;
import dev.multisite.regulation.exposure.ExposureModel;
import dev.multisite.regulation.exposure.Stretch;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.units.Durations;
import dev.multisite.world.Intervals;

/**
 * The exposure of a scenario's records. What all architectures and replications share is prepared once; safe for several
 * threads.
 */
public final class ScenarioExposure {

    private final Scenario scenario;
    private final Stocks stocks;
    private final DemandModel demand;
    private final Cohorts cohorts;
    private final ExposureModel model;
    private final Evaluator evaluator;
    private final SiteLaws siteLaws;

    /** Without a phase that waits for a site, every replication has the same exposure. */
    private final Map<Course, ArchitectureExposure> settled = new ConcurrentHashMap<>();

    private record Course(List<Phase> phases, List<Double> phaseStarts, List<Double> binStarts) {}

    private ScenarioExposure(Scenario scenario, LawCatalogue laws, DemandModel demand) {
        this.scenario = scenario;
        this.demand = demand;
        this.stocks = Stocks.of(scenario, demand);
        this.cohorts = new Cohorts(scenario, laws, demand);
        this.evaluator = new Evaluator(laws);
        this.model = new ExposureModel(evaluator, scenario.period());
        this.siteLaws = new SiteLaws(scenario, stocks, evaluator, model);
    }

    /**
     * Prepares a scenario.
     *
     * @throws dev.multisite.regulation.yaml.InvalidFileException if a law file has faults
     * @throws UncheckedIOException if one can't be read
     */
    public static ScenarioExposure of(Scenario scenario, DemandModel demand) {
        try {
            LawCatalogue laws = LawCatalogue.load(scenario.regulation().catalogue(), Path.of(""));
            return new ScenarioExposure(scenario, laws, demand);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Evaluator evaluator() {
        return evaluator;
    }

    Stocks stocks() {
        return stocks;
    }

    DataTimeline timeline(List<Phase> phases, List<Double> phaseStarts) {
        return DataTimeline.of(phases, phaseStarts, stocks::bytesToCopy);
    }

    /**
     * Works out the exposure of one architecture.
     *
     * @param phases the phases that take place, in order
     * @param phaseStarts when they begin, the first at 0
     * @param binStarts where the bins of the timeline start, the first at 0
     */
    public ArchitectureExposure evaluate(List<Phase> phases, List<Double> phaseStarts, double[] binStarts) {
        boolean random = phases.stream().anyMatch(phase -> phase.from() instanceof ArchitectureSpec.Start.WhenOpens);
        Course course =
                new Course(phases, phaseStarts, Arrays.stream(binStarts).boxed().toList());
        return random
                ? workOut(phases, phaseStarts, binStarts)
                : settled.computeIfAbsent(course, same -> workOut(phases, phaseStarts, binStarts));
    }

    private ArchitectureExposure workOut(List<Phase> phases, List<Double> phaseStarts, double[] binStarts) {
        DataTimeline timeline = timeline(phases, phaseStarts);
        Map<String, Exposure> byPopulation = new LinkedHashMap<>();
        ExposureTrack track = new ExposureTrack(binStarts, scenario.period().seconds());
        for (PopulationSpec population : scenario.populations().values()) {
            List<Cohort> all = new ArrayList<>();
            stocks.all().stream()
                    .filter(stock -> stock.population().equals(population))
                    .forEach(stock -> all.addAll(cohorts.of(stock, timeline)));
            byPopulation.put(population.name(), model.evaluate(all, track.of(population.name())));
        }
        double migrationEnd = timeline.stages().stream()
                .skip(1)
                .mapToDouble(stage -> stage.migration().endSeconds())
                .max()
                .orElse(Double.NaN);
        List<LawExposure> trajectories = scenario.regulation().enforcementReplays() == 0
                ? List.of()
                : new LawTrajectories(scenario, evaluator.catalogue(), demand, byPopulation, track).all();
        TreeSet<Double> starts = new TreeSet<>(phaseStarts);
        for (double start : binStarts) {
            starts.add(start);
        }
        MovementAccount movements = MovementAccount.of(
                scenario,
                demand,
                stocks,
                timeline,
                starts.stream().mapToDouble(Double::doubleValue).toArray(),
                scenario.period().seconds());
        return new ArchitectureExposure(byPopulation, track, trajectories, movements, migrationEnd);
    }

    /**
     * Returns what keeping and moving records takes.
     *
     * @param monthStarts where the months of the traffic bill start, the first at 0
     */
    public StorageAccount storage(List<Phase> phases, List<Double> phaseStarts, double[] monthStarts) {
        return StorageAccount.of(scenario, stocks, timeline(phases, phaseStarts), monthStarts);
    }

    /** Returns what would be lost if a site were destroyed on a day, with replicas that lag as they do in the median. */
    public List<RecordLoss> ifDestroyed(ArchitectureSpec architecture, String site, Instant on) {
        PlannedPhases planned = PlannedPhases.of(scenario, architecture);
        double at = scenario.period().toSeconds(on);
        Map<String, SiteFate> sites = new TreeMap<>();
        scenario.sites()
                .forEach((name, spec) -> sites.put(name, new SiteFate(plannedOpening(spec), Intervals.NONE, Set.of())));
        Intervals outage = new Intervals(new double[] {at}, new double[] {at + 1});
        sites.put(site, new SiteFate(0, outage, Set.of(at)));
        return losses(planned.phases(), planned.starts(), sites, Double.POSITIVE_INFINITY, (name, number) -> 0.5);
    }

    private double plannedOpening(SiteSpec site) {
        return site.opens() instanceof SiteSpec.Opening.On planned
                ? Math.max(0, scenario.period().toSeconds(planned.on()))
                : 0;
    }

    /** A uniform number in (0, 1) for every outage of a site. */
    @FunctionalInterface
    public interface LagDraws {
        double uniform(String site, int outage);
    }

    /**
     * Returns the records that are lost, in the order of sites and time.
     *
     * @param sites what became of every site
     * @param promotionSeconds from a failure until a replica takes over
     * @param lags where the lags of replicas come from
     */
    public List<RecordLoss> losses(
            List<Phase> phases,
            List<Double> phaseStarts,
            Map<String, SiteFate> sites,
            double promotionSeconds,
            LagDraws lags) {
        return RecordLosses.of(
                scenario, demand, stocks, timeline(phases, phaseStarts), new TreeMap<>(sites), promotionSeconds, lags);
    }

    /** Returns the days of laws that concern the scenario's people, and when records move, in no order. */
    public List<ExposureEvent> events(List<Phase> phases, List<Double> phaseStarts) {
        List<ExposureEvent> events = new LawDays(scenario, evaluator.catalogue()).events();
        for (DataTimeline.Stage stage : timeline(phases, phaseStarts).stages()) {
            if (!stage.before().equals(stage.data())) {
                add(events, stage.migration().startSeconds(), "migration", "");
                add(events, stage.migration().startSeconds() + stage.migration().copySeconds(), "migration-copied", "");
                add(events, stage.migration().endSeconds(), "migration-end", "old copies deleted");
            }
        }
        return events;
    }

    private void add(List<ExposureEvent> events, double timeSeconds, String kind, String detail) {
        if (timeSeconds < scenario.period().seconds()) {
            events.add(new ExposureEvent(timeSeconds, kind, "records", detail));
        }
    }

    /**
     * Says what holds for the records of some people on a day, if every site opens as planned.
     *
     * @param service the service that keeps them; empty: all
     */
    public List<ExplainedRecords> explain(
            ArchitectureSpec architecture, PopulationSpec population, String service, Instant on) {
        PlannedPhases planned = PlannedPhases.of(scenario, architecture);
        DataTimeline timeline = timeline(planned.phases(), planned.starts());
        double at = scenario.period().toSeconds(on);
        LocalDate date = on.atOffset(ZoneOffset.UTC).toLocalDate();
        List<ExplainedRecords> explained = new ArrayList<>();
        for (Stocks.Stock stock : stocks.all()) {
            boolean asked = stock.population().equals(population)
                    && (service.isEmpty() || stock.service().equals(service));
            for (Cohort cohort : asked ? cohorts.of(stock, timeline) : List.<Cohort>of()) {
                cohort.stretches().stream()
                        .filter(stretch -> stretch.fromSeconds() <= at && at < stretch.toSeconds())
                        .forEach(stretch -> add(explained, stock.service(), cohort, stretch, at, date));
            }
        }
        return explained;
    }

    /** Says where the records of some people are on a day, if every site opens as planned; {@code service} empty: all. */
    public List<PlacedRecords> placed(
            ArchitectureSpec architecture, PopulationSpec population, String service, Instant on) {
        PlannedPhases planned = PlannedPhases.of(scenario, architecture);
        double at = scenario.period().toSeconds(on);
        DataTimeline.Stage stage = timeline(planned.phases(), planned.starts()).stage(at);
        return stocks.of(population, service).stream()
                .map(Stocks.Stock::service)
                .distinct()
                .map(name -> new PlacedRecords(
                        name,
                        DataTimeline.rule(stage.before(), population, name),
                        DataTimeline.rule(stage.data(), population, name),
                        stage.migration().copied(at)))
                .toList();
    }

    /**
     * Counts what crosses borders on a day of UTC, if every site opens as planned.
     *
     * @param on an instant of the day
     */
    public MovementAccount movements(ArchitectureSpec architecture, Instant on) {
        PlannedPhases planned = PlannedPhases.of(scenario, architecture);
        Instant day = on.truncatedTo(ChronoUnit.DAYS);
        double from = Math.max(0, scenario.period().toSeconds(day));
        double until =
                Math.min(scenario.period().seconds(), scenario.period().toSeconds(day) + Durations.SECONDS_PER_DAY);
        return MovementAccount.of(
                scenario, demand, stocks, timeline(planned.phases(), planned.starts()), new double[] {from}, until);
    }

    /**
     * Says for every site of the scenario whether the records of some people may be kept there alone on a day, with the
     * readers, keys and mitigations that the architecture has then.
     *
     * @param service the service that keeps them; empty: all
     */
    public List<SitePermission> permissions(
            ArchitectureSpec architecture, PopulationSpec population, String service, Instant on) {
        DataSpec data = PlannedPhases.of(scenario, architecture)
                .at(scenario.period().toSeconds(on))
                .data();
        return scenario.sites().keySet().stream()
                .map(site -> siteLaws.permission(population, service, data, site, on))
                .toList();
    }

    /** Returns at which sites the law lets the requests of an architecture be served, for routes that ask. */
    public LawfulSites lawful(ArchitectureSpec architecture) {
        return LawfulSites.of(scenario, architecture, siteLaws);
    }

    /**
     * Returns where an architecture keeps records over time.
     *
     * @param phases the phases that take place, in order
     * @param phaseStarts when they begin, the first at 0
     */
    public RecordPlacement placement(List<Phase> phases, List<Double> phaseStarts) {
        return new RecordPlacement(timeline(phases, phaseStarts), stocks);
    }

    private void add(
            List<ExplainedRecords> explained,
            String service,
            Cohort cohort,
            Stretch stretch,
            double at,
            LocalDate date) {
        double progress = (at - stretch.fromSeconds()) / (stretch.toSeconds() - stretch.fromSeconds());
        for (Stretch.Part part : stretch.parts()) {
            double share = part.shareAtStart() + progress * (part.shareAtEnd() - part.shareAtStart());
            if (share > 0) {
                explained.add(new ExplainedRecords(
                        service,
                        share,
                        share * cohort.records().at(at),
                        part.facts(),
                        evaluator.evaluate(part.facts(), date),
                        evaluator.reach(part.facts(), date)));
            }
        }
    }
}
