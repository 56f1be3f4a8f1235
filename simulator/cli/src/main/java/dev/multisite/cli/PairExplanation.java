package dev.multisite.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.Catalogue;
import dev.multisite.catalogue.PopulationCentre;
import dev.multisite.demand.DemandModel;
import dev.multisite.network.NetworkModel;
import dev.multisite.network.PathEstimate;
import dev.multisite.network.PathEstimate.Part;
import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.NetworkSpec.PathRef;
import dev.multisite.scenario.NetworkSpec.Risk;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.ServiceSpec;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.statistics.Erlang;
import dev.multisite.units.Durations;

/** Where milliseconds and failures between a population and a site come from, by closed forms alone. */
final class PairExplanation {
    private static final double ROUND_TRIPS_OF_A_NEW_CONNECTION = 2;

    private final Scenario scenario;
    private final Catalogue catalogue;
    private final PopulationSpec population;
    private final SiteSpec site;

    PairExplanation(Scenario scenario, Catalogue catalogue, PopulationSpec population, SiteSpec site) {
        this.scenario = scenario;
        this.catalogue = catalogue;
        this.population = population;
        this.site = site;
    }

    void print(PrintWriter out, List<ServiceSpec> services, Instant on) {
        out.printf(
                "%s to %s (%s) on %s%n",
                population.name(), site.name(), site.place().name(), on);
        double roundTrip = network(out);
        services.forEach(service -> service(out, service, roundTrip));
        queue(out, on);
        failures(out);
    }

    private double network(PrintWriter out) {
        int year = scenario.period().from().atOffset(ZoneOffset.UTC).getYear();
        NetworkModel model = NetworkModel.of(scenario.network(), catalogue, year);
        Map<String, Part> parts = new LinkedHashMap<>();
        double median = 0;
        double p95 = 0;
        double loss = 0;
        for (PopulationCentre centre : population.centres()) {
            for (Map.Entry<Access, Double> access : population.access().entrySet()) {
                double share = centre.weight() * access.getValue();
                PathEstimate path =
                        model.devicePath(population.name(), population.country(), centre, access.getKey(), site);
                median += share * path.medianSeconds() * 1000;
                p95 += share * path.p95Seconds() * 1000;
                loss += share * path.loss();
                path.parts()
                        .forEach(part -> parts.merge(
                                part.name().replaceFirst(" \\d.*", ""),
                                new Part(part.name().replaceFirst(" \\d.*", ""), share * part.millis(), part.source()),
                                (a, b) -> new Part(a.name(), a.millis() + b.millis(), a.source())));
            }
        }
        out.printf(
                Locale.ROOT,
                "network: round trip of median %.1f ms, p95 %.1f ms; %.2f %% lose a packet (mean over %d centres and"
                        + " their access)%n",
                median,
                p95,
                loss * 100,
                population.centres().size());
        parts.values()
                .forEach(part ->
                        out.printf(Locale.ROOT, "  %-40s %8.2f ms   %s%n", part.name(), part.millis(), part.source()));
        return median;
    }

    private void service(PrintWriter out, ServiceSpec service, double roundTripMillis) {
        double connection = (1 - service.connectionReuse()) * ROUND_TRIPS_OF_A_NEW_CONNECTION * roundTripMillis;
        double work = service.serviceTime().mean() / site.coreSpeed() * 1000;
        out.printf("service %s%n", service.name());
        line(out, "request and response", roundTripMillis, "one round trip");
        line(
                out,
                "new connections",
                connection,
                String.format(
                        Locale.ROOT,
                        "%.0f %% of requests pay two more round trips",
                        (1 - service.connectionReuse()) * 100));
        line(out, "work on a core", work, String.format(Locale.ROOT, "mean, at core speed %s", site.coreSpeed()));
    }

    private static void line(PrintWriter out, String name, double millis, String why) {
        out.printf(Locale.ROOT, "  %-40s %8.2f ms   %s%n", name, millis, why);
    }

    private void queue(PrintWriter out, Instant on) {
        DemandModel demand = DemandModel.of(scenario);
        double from = scenario.period().toSeconds(on);
        double until = Math.min(scenario.period().seconds(), from + Durations.SECONDS_PER_DAY);
        double erlangs = 0;
        double rate = 0;
        for (int c = 0; c < demand.demandClasses().size(); c++) {
            var demandClass = demand.demandClasses().get(c);
            ServiceSpec service = scenario.services().get(demandClass.service());
            if (demandClass.population().equals(population.name()) && service != null) {
                double requests = demand.expectedRequests(c, from, until) / (until - from);
                rate += requests;
                erlangs += requests * service.serviceTime().mean() / site.coreSpeed();
            }
        }
        int hosts = site.hosts() instanceof SiteSpec.Hosts.Fixed fixed
                ? fixed.count()
                : ((SiteSpec.Hosts.Autoscale) site.hosts()).min();
        int cores = hosts * site.coresPerHost();
        out.printf(
                Locale.ROOT,
                "load: %.1f requests/s from %s on that day keep %.2f of %d cores busy%n",
                rate,
                population.name(),
                erlangs,
                cores);
        if (erlangs >= cores) {
            out.println("  the queue grows without limit while this lasts");
        } else if (erlangs > 0) {
            double wait = Erlang.meanWait(cores, erlangs, erlangs / rate);
            line(
                    out,
                    "queueing",
                    wait * 1000,
                    String.format(
                            Locale.ROOT,
                            "M/M/%d at load %.3f, this population alone; a run counts all of them",
                            cores,
                            erlangs / cores));
        }
    }

    private void failures(PrintWriter out) {
        out.println("failures");
        failure(out, "outages of " + site.name(), site.outages());
        failure(out, "failures of one host of " + site.name(), site.hostFailures());
        for (Risk risk : scenario.network().risks().values()) {
            if (site.sharedRisks().contains(risk.name())
                    || risk.paths().stream().anyMatch(this::isThisPath)) {
                failure(out, "shared risk " + risk.name(), risk.failure());
            }
        }
        site.maintenance()
                .forEach(window -> out.printf(
                        "  maintenance on %s at %s %s for %s%n",
                        window.days().stream().sorted().toList(), window.at(), window.zone(), window.length()));
    }

    private boolean isThisPath(PathRef path) {
        boolean source = path.from().equals("*")
                || path.from().equals(population.name())
                || path.from().equals(population.country());
        return source && path.to().equals(site.name());
    }

    private static void failure(PrintWriter out, String name, FailureSpec failure) {
        if (failure instanceof FailureSpec.Renewal renewal) {
            double up = renewal.upTime().mean();
            double down = renewal.repair().mean();
            out.printf(
                    Locale.ROOT,
                    "  %s: every %.1f days for %.1f h on average, so %.4f %% of the time; devices see it %s%n",
                    name,
                    (up + down) / Durations.SECONDS_PER_DAY,
                    down / 3600,
                    100 * down / (up + down),
                    renewal.symptom() == FailureSpec.Symptom.HANGS ? "hang" : "refuse");
        } else {
            out.printf("  %s: none%n", name);
        }
    }
}
