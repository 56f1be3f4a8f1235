package dev.multisite.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.multisite.random.Distributions;
import dev.multisite.random.RandomStreams;
import dev.multisite.random.UniformSource;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.ArchitectureSpec.Start;
import dev.multisite.scenario.Period;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SiteSpec;

/** When sites open and, from that, when phases begin. Depends on nothing that happens during a run. */
final class PhaseStarts {

    private PhaseStarts() {}

    /** Returns when the site opens, infinity if that is not within the period. */
    static double openingSeconds(SiteSpec site, Period period, RandomStreams streams) {
        if (site.opens() instanceof SiteSpec.Opening.On opening) {
            UniformSource uniforms = new UniformSource(streams.key("opening", site.name()));
            double slip = Math.max(0, Distributions.sampler(opening.slip()).sample(uniforms));
            return within(period, period.toSeconds(opening.on()) + slip);
        }
        return 0;
    }

    /** Returns when each phase begins, infinity if that is not within the period. */
    static List<Double> of(Scenario scenario, ArchitectureSpec architecture, RandomStreams streams) {
        List<Double> starts = new ArrayList<>();
        for (Phase phase : architecture.phases()) {
            starts.add(start(phase.from(), scenario.period(), scenario.sites(), streams));
        }
        return starts;
    }

    private static double start(Start from, Period period, Map<String, SiteSpec> sites, RandomStreams streams) {
        if (from instanceof Start.On on) {
            return within(period, period.toSeconds(on.on()));
        }
        if (from instanceof Start.WhenOpens opens) {
            SiteSpec site = sites.get(opens.site());
            if (site == null) {
                throw new IllegalArgumentException("no site is called " + opens.site());
            }
            return openingSeconds(site, period, streams);
        }
        return 0;
    }

    private static double within(Period period, double seconds) {
        return seconds < period.seconds() ? Math.max(0, seconds) : Double.POSITIVE_INFINITY;
    }
}
