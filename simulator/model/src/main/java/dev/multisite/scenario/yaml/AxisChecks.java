package dev.multisite.scenario.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.whatif.Axis;
import dev.multisite.scenario.whatif.Level;
import dev.multisite.units.Literals;

/** Tries every value of every axis alone: it must make a valid scenario, and another one than its neighbours. */
final class AxisChecks {

    private static final double ALMOST_ONE = Math.nextDown(1.0);

    private final BaseScenario base;
    private final List<Problem> found;

    AxisChecks(BaseScenario base, List<Problem> found) {
        this.base = base;
        this.found = found;
    }

    void check(Axis axis) {
        Map<Scenario, Level> seen = new LinkedHashMap<>();
        Set<String> told = new HashSet<>();
        boolean fine = true;
        for (Level level : tried(axis)) {
            ScenarioResult result = base.at(List.of(BaseScenario.setting(axis.path(), level)));
            if (result instanceof ScenarioResult.Invalid invalid) {
                invalid.problems().stream()
                        .filter(problem -> told.add(problem.keyPath() + ": " + problem.message()))
                        .forEach(found::add);
                fine = false;
                continue;
            }
            Scenario scenario = ((ScenarioResult.Valid) result).scenario();
            Level same = seen.putIfAbsent(scenario, level);
            if (same != null) {
                problem(level.origin(), axis, same(same, level));
                fine = false;
            }
        }
        if (fine && seen.size() == 1 && seen.containsKey(base.scenario())) {
            problem(axis.origin(), axis, "changes nothing: the base scenario has this value already");
        }
    }

    private static String same(Level first, Level second) {
        return Literals.quoted(second.label()) + " means the same as " + Literals.quoted(first.label())
                + ", so it changes nothing";
    }

    /** The ends of a distribution stand for all its values. */
    private static List<Level> tried(Axis axis) {
        if (axis instanceof Axis.Listed listed) {
            return listed.levels();
        }
        List<Level> ends = new ArrayList<>();
        ends.add(axis.at(0));
        ends.add(axis.at(ALMOST_ONE));
        return ends;
    }

    private void problem(String origin, Axis axis, String message) {
        found.add(new Problem(origin, 0, 0, axis.path(), message, ""));
    }
}
