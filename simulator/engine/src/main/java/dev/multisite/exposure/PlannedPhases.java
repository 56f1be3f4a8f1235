package dev.multisite.exposure;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.ArchitectureSpec.Start;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SiteSpec;

/** The phases of an architecture if every site opens on its planned day. */
record PlannedPhases(List<Phase> phases, List<Double> starts) {

    static PlannedPhases of(Scenario scenario, ArchitectureSpec architecture) {
        List<Phase> phases = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        double next = scenario.period().seconds();
        for (int i = architecture.phases().size() - 1; i >= 0; i--) {
            Phase phase = architecture.phases().get(i);
            double start = start(scenario, phase.from());
            if (start < next) {
                phases.add(0, phase);
                starts.add(0, start);
                next = start;
            }
        }
        return new PlannedPhases(phases, starts);
    }

    /** Returns the phase that holds at a time. */
    Phase at(double timeSeconds) {
        int phase = 0;
        while (phase + 1 < phases.size() && starts.get(phase + 1) <= timeSeconds) {
            phase++;
        }
        return phases.get(phase);
    }

    private static double start(Scenario scenario, Start from) {
        if (from instanceof Start.On on) {
            return scenario.period().toSeconds(on.on());
        }
        if (from instanceof Start.WhenOpens opens) {
            SiteSpec site = scenario.sites().get(opens.site());
            return site != null && site.opens() instanceof SiteSpec.Opening.On planned
                    ? Math.max(0, scenario.period().toSeconds(planned.on()))
                    : 0;
        }
        return 0;
    }
}
