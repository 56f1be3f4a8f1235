package dev.multisite.calendar;

import dev.multisite.random.DistributionSampler;
import dev.multisite.random.Distributions;
import dev.multisite.random.UniformSource;
import dev.multisite.scenario.FailureSpec;

/** Up times and repair times of one thing, drawn in turn from its own stream. */
final class RenewalDraws {

    private final UniformSource uniforms;
    private final DistributionSampler upTime;
    private final DistributionSampler repair;

    RenewalDraws(FailureSpec.Renewal spec, long key) {
        uniforms = new UniformSource(key);
        upTime = Distributions.sampler(spec.upTime());
        repair = Distributions.sampler(spec.repair());
    }

    double upSeconds() {
        return upTime.sample(uniforms);
    }

    double repairSeconds() {
        return repair.sample(uniforms);
    }
}
