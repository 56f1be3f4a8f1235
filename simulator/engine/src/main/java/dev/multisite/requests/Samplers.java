package dev.multisite.requests;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import dev.multisite.random.FastSampler;
import dev.multisite.scenario.DistributionSpec;
import dev.multisite.world.ServiceTraffic;

/** The samplers of all services, by index of the service. Made once per world. */
final class Samplers {

    private final FastSampler[] work;
    private final FastSampler[] patience;
    private final FastSampler[] backoff;

    Samplers(List<ServiceTraffic> services, Function<DistributionSpec, FastSampler> maker) {
        work = each(services, ServiceTraffic::serviceSeconds, maker);
        patience = each(services, ServiceTraffic::patienceSeconds, maker);
        backoff = each(services, ServiceTraffic::backoffSeconds, maker);
    }

    private static FastSampler[] each(
            List<ServiceTraffic> services,
            Function<ServiceTraffic, DistributionSpec> property,
            Function<DistributionSpec, FastSampler> maker) {
        FastSampler[] samplers = new FastSampler[services.size()];
        Arrays.setAll(samplers, i -> maker.apply(property.apply(services.get(i))));
        return samplers;
    }

    FastSampler[] work() {
        return work;
    }

    FastSampler[] patience() {
        return patience;
    }

    FastSampler[] backoff() {
        return backoff;
    }
}
