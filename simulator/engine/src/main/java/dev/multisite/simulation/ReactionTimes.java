package dev.multisite.simulation;

import dev.multisite.world.ServiceTraffic;

/** How long devices react to what befalls them. */
final class ReactionTimes {

    private static final double LONGEST_SECONDS = 600;
    private static final int MOST_ATTEMPTS = 11;
    private static final double SERVICE_TIMES = 20;

    private final ArchitectureModel model;

    ReactionTimes(ArchitectureModel model) {
        this.model = model;
    }

    /** Returns the time from a request's first attempt to its last, if all hang. */
    double retrySeconds() {
        double longest = 0;
        for (ServiceTraffic service : model.services()) {
            double attempt = Math.min(service.timeoutSeconds(), service.connectTimeoutSeconds());
            double span = 0;
            double backoff = service.backoffSeconds().mean();
            for (int i = 0; i <= Math.min(service.maxRetries(), MOST_ATTEMPTS); i++) {
                span += attempt + (i < service.maxRetries() ? backoff : 0);
                backoff *= service.backoffMultiplier();
            }
            longest = Math.max(longest, Math.min(LONGEST_SECONDS, span));
        }
        return longest + slowestService();
    }

    /** Returns how long before a failure work may have begun that the failure takes along. */
    double workInHandSeconds() {
        return 1 + slowestService();
    }

    private double slowestService() {
        double slowest = 0;
        for (int service = 0; service < model.services().size(); service++) {
            for (int site = 0; site < model.sites().size(); site++) {
                slowest = Math.max(slowest, model.coreSeconds(service, site));
            }
        }
        return SERVICE_TIMES * slowest;
    }

    /** Returns the shortest timeout after which a device comes back and adds to the load; infinity if none does. */
    double shortestRetriedTimeout() {
        double shortest = Double.POSITIVE_INFINITY;
        for (ServiceTraffic service : model.services()) {
            if (service.maxRetries() > 0) {
                shortest = Math.min(shortest, service.timeoutSeconds());
            }
        }
        return shortest;
    }
}
