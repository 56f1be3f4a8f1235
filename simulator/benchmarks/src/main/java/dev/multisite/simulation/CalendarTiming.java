package dev.multisite.simulation;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.multisite.calendar.Calendar;
import dev.multisite.catalogue.Catalogue;
import dev.multisite.demand.DemandModel;
import dev.multisite.network.NetworkModel;
import dev.multisite.random.RandomStreams;
import dev.multisite.regulation.catalogue.CatalogueNames;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.ScenarioReader;
import dev.multisite.scenario.yaml.ScenarioResult;

/**
 * CPU time of what a replication does before its first request: the calendar alone, and the calendar with routing and the
 * world made of it. Arguments: scenario files.
 */
public final class CalendarTiming {

    private static final int WARM_UP = 10;
    private static final int ROUNDS = 15;

    private final Scenario scenario;
    private final DemandModel demand;
    private final SourceCatalogue who;
    private final PathTables paths;

    private CalendarTiming(Scenario scenario, Catalogue catalogue) {
        this.scenario = scenario;
        demand = DemandModel.of(scenario);
        who = SourceCatalogue.of(scenario, demand);
        paths = new NetworkPaths(NetworkModel.of(scenario.network(), catalogue, 2014), scenario.network());
    }

    /** @param files scenarios */
    public static void main(String[] files) throws Exception {
        PrintStream out = System.out;
        Catalogue catalogue = Catalogue.standard();
        out.println(
                "| scenario, architecture | calendar, ms of CPU: median [least] | with routing and world |\n|---|---|---|");
        for (String file : files) {
            ScenarioResult read = new ScenarioReader(catalogue, CatalogueNames::of).read(Path.of(file), List.of());
            if (!(read instanceof ScenarioResult.Valid)) {
                throw new IllegalArgumentException(file + " is not valid");
            }
            Scenario scenario = ((ScenarioResult.Valid) read).scenario();
            CalendarTiming timing = new CalendarTiming(scenario, catalogue);
            for (String architecture : scenario.architectures().keySet()) {
                out.println("| " + Path.of(file).getFileName() + ", " + architecture + " | " + timing.time(architecture)
                        + " |");
            }
        }
    }

    private String time(String architecture) {
        ArchitectureModel model = ArchitectureModel.of(scenario, architecture, demand, who, paths);
        return time(streams -> Calendar.run(scenario, architecture, streams, new FluidLoad(model))) + " | "
                + time(streams -> Replication.prepare(model, streams));
    }

    private interface Work {
        Object with(RandomStreams streams);
    }

    private static String time(Work work) {
        double[] millis = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Object result = work.with(new RandomStreams(1, round + WARM_UP));
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
            millis[Math.max(0, round)] = result == null ? 0 : spent / 1e6;
        }
        Arrays.sort(millis);
        return String.format(Locale.ROOT, "%.0f [%.0f]", millis[ROUNDS / 2], millis[0]);
    }
}
