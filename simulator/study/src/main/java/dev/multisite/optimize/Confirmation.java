package dev.multisite.optimize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.experiment.Experiment;
import dev.multisite.experiment.ExperimentListener;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.OptimizeSpec;
import dev.multisite.scenario.OptimizeSpec.Aim;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SimulationSpec;
import dev.multisite.scenario.SimulationSpec.Replications;
import dev.multisite.simulation.Figure;
import dev.multisite.simulation.ReplicationResult;
import dev.multisite.simulation.ReplicationSimulator;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.KimNelson;
import dev.multisite.statistics.KimNelson.Selection;

/**
 * Simulates the best placements on common random numbers, beside the scenario's baseline, and selects the best of them with
 * a known probability ({@link KimNelson}). What counts is what was minimised, as it is simulated.
 */
public final class Confirmation {

    private static final int MOST_FIRST_STAGE = 20;
    private static final int FEWEST_FIRST_STAGE = 5;
    private static final int LONGEST = 10;

    private final SiteChoice choice;
    private final List<Candidate> finalists;
    private final Scenario scenario;
    private final double indifference;
    private final double confidence;
    private final int threads;

    /**
     * @param finalists placements to simulate, at least one, with different names
     * @param indifference smallest difference of the objective worth finding
     * @param confidence probability of a right selection
     * @param threads replications at once
     */
    public Confirmation(
            SiteChoice choice, List<Candidate> finalists, double indifference, double confidence, int threads) {
        this.choice = choice;
        this.finalists = List.copyOf(finalists);
        this.indifference = indifference;
        this.confidence = confidence;
        this.threads = threads;
        this.scenario = scenario(choice, finalists);
    }

    /** The scenario of the confirmation: the old baseline and the finalists, a fixed number of replications. */
    private static Scenario scenario(SiteChoice choice, List<Candidate> finalists) {
        Scenario asked = choice.scenario();
        Map<String, ArchitectureSpec> alternatives = new LinkedHashMap<>();
        alternatives.put(asked.baseline(), asked.architectures().get(asked.baseline()));
        for (Candidate finalist : finalists) {
            alternatives.put(finalist.name(), new PlannedArchitecture(choice, finalist).spec());
        }
        SimulationSpec given = asked.simulation();
        int wanted = given.replications() instanceof Replications.Fixed fixed
                ? fixed.count()
                : ((Replications.Precision) given.replications()).min();
        int replications = Math.max(FEWEST_FIRST_STAGE, Math.min(MOST_FIRST_STAGE, wanted));
        SimulationSpec simulation = new SimulationSpec(
                given.seed(),
                new Replications.Fixed(replications),
                given.fidelity(),
                given.windows(),
                given.warmUp(),
                given.bins());
        return asked.withArchitectures(asked.baseline(), alternatives).withSimulation(simulation);
    }

    /**
     * What the simulation says.
     *
     * @param selection the selection among the finalists, in their order
     * @param result the first stage as an experiment, the baseline included
     * @param indifference smallest difference that the selection was to find
     * @param confidence probability of a right selection
     */
    public record Outcome(Selection selection, ExperimentResult result, double indifference, double confidence) {}

    /** Returns the smallest difference worth finding where the user gives none: one per cent of the best. */
    public static double indifferenceOf(Candidate best) {
        return Math.max(1e-9, Math.abs(best.objective()) * 0.01);
    }

    /** Returns what is simulated. */
    public Scenario scenario() {
        return scenario;
    }

    public Outcome run(Catalogue catalogue, Function<Scenario, ReplicationSimulator> simulators)
            throws InterruptedException {
        Cache cache = new Cache(simulators.apply(scenario), firstStage());
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread worker = new Thread(task, "confirmation");
            worker.setDaemon(true);
            return worker;
        });
        try {
            KimNelson race =
                    new KimNelson(finalists.size(), firstStage(), indifference, confidence, LONGEST * firstStage());
            Selection selection = race.select((replication, systems) -> observe(workers, cache, replication, systems));
            ExperimentResult result = Experiment.run(scenario, cache, threads, ExperimentListener.NONE);
            return new Outcome(selection, result, indifference, confidence);
        } finally {
            workers.shutdownNow();
        }
    }

    private int firstStage() {
        return ((Replications.Fixed) scenario.simulation().replications()).count();
    }

    private double[] observe(ExecutorService workers, Cache cache, int replication, List<Integer> systems)
            throws InterruptedException {
        List<Callable<ReplicationResult>> tasks = new ArrayList<>();
        for (int system : systems) {
            String name = finalists.get(system).name();
            tasks.add(() -> cache.simulate(name, replication, ReplicationSimulator.Progress.NONE));
        }
        double[] values = new double[tasks.size()];
        List<Future<ReplicationResult>> done = workers.invokeAll(tasks);
        for (int i = 0; i < values.length; i++) {
            values[i] = objective(result(done.get(i)));
        }
        return values;
    }

    private static ReplicationResult result(Future<ReplicationResult> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private double objective(ReplicationResult result) {
        OptimizeSpec question = choice.scenario().optimize();
        double value = figure(result, question.minimise());
        return question.minimise() == Aim.COST && question.latencyPriceUsdPerMs() > 0
                ? value + question.latencyPriceUsdPerMs() * figure(result, Aim.LATENCY)
                : value;
    }

    /** A replication that served nobody has no latency; it is as bad as it can be. */
    private static double figure(ReplicationResult result, Aim aim) {
        double value = result.figures().stream()
                .filter(figure ->
                        figure.slice().equals(Slice.ALL) && figure.metric().equals(aim.metric()))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElse(Double.NaN);
        return Double.isNaN(value) ? 1e12 : value;
    }

    /** Keeps what the selection has simulated of the first stage for the experiment. */
    private static final class Cache implements ReplicationSimulator {
        private final ReplicationSimulator simulator;
        private final int replications;
        private final Map<List<Object>, ReplicationResult> known = new ConcurrentHashMap<>();

        Cache(ReplicationSimulator simulator, int replications) {
            this.simulator = simulator;
            this.replications = replications;
        }

        @Override
        public ReplicationResult simulate(String architecture, int replication, Progress progress)
                throws InterruptedException {
            List<Object> key = List.of(architecture, replication);
            ReplicationResult result = known.remove(key);
            if (result == null) {
                result = simulator.simulate(architecture, replication, progress);
                if (replication < replications) {
                    known.put(key, result);
                }
            }
            return result;
        }
    }
}
