package dev.multisite.simulation;

import java.util.List;

import dev.multisite.world.ServiceTraffic;

/** Mean and variation of the service times, worked out once: they are asked for at every step of every walk. */
final class ServiceMoments {

    private final double[] meanSeconds;
    private final double[] squaredCv;

    ServiceMoments(List<ServiceTraffic> services) {
        meanSeconds = services.stream()
                .mapToDouble(service -> service.serviceSeconds().mean())
                .toArray();
        squaredCv = services.stream()
                .mapToDouble(service -> service.serviceSeconds().squaredCv())
                .toArray();
    }

    /** Returns the mean core time of a service on the reference core, seconds. */
    double meanSeconds(int service) {
        return meanSeconds[service];
    }

    /** Returns the squared coefficient of variation of a service. */
    double squaredCv(int service) {
        return squaredCv[service];
    }
}
