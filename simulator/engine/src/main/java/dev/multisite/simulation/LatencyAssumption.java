package dev.multisite.simulation;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.multisite.network.PathEstimate;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.world.ServiceTraffic;

/**
 * Something that response times hang on and that nobody knows for sure, with other values that it may have.
 *
 * @param what its name; the catalogue's where it comes from there
 * @param value what the run takes it for
 * @param source where that comes from
 * @param range why the alternatives are these
 */
public record LatencyAssumption(
        String what, String value, String source, String range, List<Alternative> alternatives) {

    public LatencyAssumption {
        alternatives = List.copyOf(alternatives);
    }

    /** Another value. */
    public static final class Alternative {
        private final String label;
        private final PathChange paths;
        private final UnaryOperator<ServiceTraffic> services;

        private Alternative(String label, PathChange paths, UnaryOperator<ServiceTraffic> services) {
            this.label = label;
            this.paths = paths;
            this.services = services;
        }

        static Alternative ofPaths(String label, PathChange paths) {
            return new Alternative(label, paths, UnaryOperator.identity());
        }

        static Alternative ofServices(String label, UnaryOperator<ServiceTraffic> services) {
            return new Alternative(label, (endpoint, site, path) -> path, services);
        }

        /** Returns how the value is called in a sentence after "with". */
        public String label() {
            return label;
        }

        PathEstimate path(Endpoint endpoint, SiteSpec site, PathEstimate path) {
            return paths.change(endpoint, site, path);
        }

        ServiceTraffic service(ServiceTraffic service) {
            return services.apply(service);
        }
    }

    /** What an alternative does to a path. */
    @FunctionalInterface
    interface PathChange {
        PathEstimate change(Endpoint endpoint, SiteSpec site, PathEstimate path);
    }
}
