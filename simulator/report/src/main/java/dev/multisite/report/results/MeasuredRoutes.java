package dev.multisite.report.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts what the run counted in the place of what the rules of a phase let one expect: who was served from where. */
final class MeasuredRoutes {
    private static final String SHARE = "served-share";

    private MeasuredRoutes() {}

    private record Key(String architecture, String period) {}

    /** Returns the run with counted routes where {@code metrics} have them; older folders keep those of the rules. */
    static Run of(Run run, List<MetricRow> metrics) {
        Map<Key, List<Run.Route>> counted = new HashMap<>();
        for (MetricRow row : metrics) {
            if (row.metric().equals(SHARE)
                    && !row.country().isEmpty()
                    && !row.site().isEmpty()
                    && row.value().isPresent()) {
                counted.computeIfAbsent(new Key(row.architecture(), row.period()), fresh -> new ArrayList<>())
                        .add(new Run.Route(
                                row.country(), row.site(), row.value().mean()));
            }
        }
        List<Run.Phase> phases = new ArrayList<>();
        for (Run.Phase phase : run.phases()) {
            long own = run.phases().stream()
                    .filter(other -> other.architecture().equals(phase.architecture()))
                    .count();
            List<Run.Route> routes =
                    counted.getOrDefault(new Key(phase.architecture(), own == 1 ? "" : phase.label()), List.of());
            phases.add(
                    routes.isEmpty()
                            ? phase
                            : new Run.Phase(
                                    phase.architecture(), phase.label(), phase.from(), routes, phase.rules(), true));
        }
        return run.withPhases(phases);
    }
}
