package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.multisite.calendar.Calendar;
import dev.multisite.demand.DemandModel;
import dev.multisite.exposure.ScenarioExposure;
import dev.multisite.routing.RoutedSite;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.ServiceSpec;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.units.Durations;
import dev.multisite.world.PathTable;
import dev.multisite.world.ServiceTraffic;

/**
 * What all replications of one architecture share. Immutable.
 *
 * @param spec the architecture
 * @param sites its sites in the order of {@link Calendar#sitesOf}
 * @param services traffic per service, by index
 * @param moments moments of their service times
 * @param records what records mean for requests
 */
record ArchitectureModel(
        Scenario scenario,
        ArchitectureSpec spec,
        DemandModel demand,
        SourceCatalogue who,
        List<SiteSpec> sites,
        List<ServiceTraffic> services,
        ServiceMoments moments,
        PathTable paths,
        ArchitectureRecords records) {

    ArchitectureModel {
        sites = List.copyOf(sites);
        services = List.copyOf(services);
    }

    static ArchitectureModel of(
            Scenario scenario, String architecture, DemandModel demand, SourceCatalogue who, PathTables pathTables) {
        ArchitectureSpec spec = scenario.architectures().get(architecture);
        if (spec == null) {
            throw new IllegalArgumentException("no architecture is called " + architecture);
        }
        List<SiteSpec> sites = new ArrayList<>();
        for (String name : Calendar.sitesOf(spec)) {
            SiteSpec site = scenario.sites().get(name);
            if (site == null) {
                throw new IllegalArgumentException(architecture + " routes to an unknown site " + name);
            }
            sites.add(site);
        }
        List<ServiceTraffic> services = who.services().stream()
                .map(name -> traffic(
                        scenario, Objects.requireNonNull(scenario.services().get(name))))
                .toList();
        return new ArchitectureModel(
                scenario,
                spec,
                demand,
                who,
                sites,
                services,
                new ServiceMoments(services),
                pathTables.table(who.endpoints(), sites),
                ArchitectureRecords.NONE);
    }

    /** Returns the same model of an architecture that keeps records. */
    ArchitectureModel withRecords(ScenarioExposure exposure, PathTables pathTables) {
        KeptRecords kept = new KeptRecords(exposure, spec, sites, pathTables.roundTripSeconds(sites));
        return new ArchitectureModel(scenario, spec, demand, who, sites, services, moments, paths, kept);
    }

    private static ServiceTraffic traffic(Scenario scenario, ServiceSpec service) {
        return new ServiceTraffic(
                service.name(),
                service.connectionReuse(),
                service.serviceTime(),
                Durations.toSeconds(service.timeout()),
                Durations.toSeconds(scenario.network().connectTimeout()),
                service.patience(),
                service.retries().max(),
                service.retries().backoff(),
                service.retries().multiplier(),
                service.requestSize().bytes(),
                service.responseSize().bytes());
    }

    double endSeconds() {
        return scenario.period().seconds();
    }

    List<RoutedSite> routedSites() {
        return sites.stream()
                .map(site -> new RoutedSite(
                        site.name(), site.place().country(), site.place().point()))
                .toList();
    }

    /** Returns the mean time that a request of {@code service} keeps a core of {@code site} busy, seconds. */
    double coreSeconds(int service, int site) {
        return moments.meanSeconds(service) / sites.get(site).coreSpeed();
    }

    /** Returns the index of {@code site} among the sites, -1 if the architecture doesn't use it. */
    int siteIndex(String site) {
        for (int i = 0; i < sites.size(); i++) {
            if (sites.get(i).name().equals(site)) {
                return i;
            }
        }
        return -1;
    }
}
