package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.multisite.cost.SiteCosts;
import dev.multisite.demand.DemandModel;
import dev.multisite.exposure.ScenarioExposure;
import dev.multisite.exposure.StorageAccount;
import dev.multisite.random.RandomStreams;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SimulationSpec.Fidelity;
import dev.multisite.simulation.ReplicationResult.SimulationEvent;
import dev.multisite.simulation.ReplicationResult.TimelinePoint;

/** Simulates replications of one scenario. What they share is prepared once. */
final class ScenarioSimulator implements ReplicationSimulator {

    private final Scenario scenario;
    private final PathTables pathTables;
    private final DemandModel demand;
    private final SourceCatalogue who;
    private final Optional<ScenarioExposure> exposure;
    private final boolean losesRecords;
    private final Map<String, ArchitectureModel> models = new ConcurrentHashMap<>();

    ScenarioSimulator(Scenario scenario, PathTables pathTables) {
        this.scenario = scenario;
        this.pathTables = pathTables;
        this.demand = DemandModel.of(scenario);
        this.who = SourceCatalogue.of(scenario, demand);
        this.exposure = scenario.keepsRecords() ? Optional.of(ScenarioExposure.of(scenario, demand)) : Optional.empty();
        this.losesRecords = scenario.canLoseRecords();
    }

    @Override
    public ReplicationResult simulate(String architecture, int replication, Progress progress)
            throws InterruptedException {
        ArchitectureModel model = models.computeIfAbsent(architecture, this::model);
        RandomStreams streams = new RandomStreams(scenario.simulation().seed(), replication);
        Replication prepared = Replication.prepare(model, streams);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        DemandAccount account = DemandAccount.of(prepared, SiteCosts.monthStarts(scenario.period()));
        Measurement measurement = scenario.simulation().fidelity() == Fidelity.EVERY_REQUEST
                ? EveryRequest.measure(prepared, progress)
                : SampledRequests.measure(prepared, progress);
        progress.advance(1, 0);
        return result(prepared, account, measurement, replication);
    }

    private ArchitectureModel model(String architecture) {
        ArchitectureModel model = ArchitectureModel.of(scenario, architecture, demand, who, pathTables);
        return exposure.map(e -> model.withRecords(e, pathTables)).orElse(model);
    }

    private ReplicationResult result(
            Replication replication, DemandAccount account, Measurement measurement, int number) {
        FigureList figures = new FigureList();
        TotalsCube cube = new TotalsCube(replication, measurement.tally(), account);
        new DeviceFigures(replication, measurement, cube, figures).addAll();
        Optional<StorageAccount> storage = exposure.map(e -> e.storage(
                replication.timeline().phases(),
                replication.timeline().phaseStarts(),
                SiteCosts.monthStarts(scenario.period())));
        new SiteFigures(replication, measurement, account, storage, figures).addAll();
        new ServedShares(replication, measurement.tally(), figures).addAll();
        List<TimelinePoint> timeline = new ArrayList<>(new TimelinePoints(replication, measurement, account).all());
        List<ExposureFigure> exposed = new ArrayList<>();
        List<ExposurePoint> exposedOverTime = new ArrayList<>();
        List<SimulationEvent> losses = new ArrayList<>();
        Optional<ExposureFigures> found = exposure.map(e -> ExposureFigures.of(replication, e));
        found.ifPresent(f -> {
            f.addTo(figures);
            f.addTo(timeline);
            exposed.addAll(f.byLaw());
            exposedOverTime.addAll(f.overTime());
        });
        exposure.filter(e -> losesRecords).ifPresent(e -> {
            LossFigures lost = LossFigures.of(replication, e);
            lost.addTo(figures);
            losses.addAll(lost.events());
        });
        return new ReplicationResult(
                replication.model().spec().name(),
                number,
                figures.figures(),
                LatencySlices.of(replication, measurement.tally()),
                LatencySlices.waits(replication, measurement.tally()),
                timeline,
                exposed,
                exposedOverTime,
                found.map(ExposureFigures::trajectories).orElse(List.of()),
                number == 0 ? events(replication, losses) : List.of(),
                new Checks(replication, measurement, cube, account).all(),
                measurement.tally().simulated());
    }

    /** The results folder shows what happened in the first replication only. */
    private List<SimulationEvent> events(Replication replication, List<SimulationEvent> losses) {
        List<SimulationEvent> events = new ArrayList<>(losses);
        replication
                .calendar()
                .events()
                .forEach(event -> events.add(
                        new SimulationEvent(event.timeSeconds(), event.kind(), event.subject(), event.detail())));
        exposure.ifPresent(e -> e.events(
                        replication.timeline().phases(), replication.timeline().phaseStarts())
                .forEach(event -> events.add(
                        new SimulationEvent(event.timeSeconds(), event.kind(), event.subject(), event.detail()))));
        events.sort(Comparator.comparingDouble(SimulationEvent::timeSeconds));
        return events;
    }
}
