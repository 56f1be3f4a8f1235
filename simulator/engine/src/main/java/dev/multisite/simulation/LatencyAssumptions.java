package dev.multisite.simulation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.AccessTerms;
import dev.multisite.catalogue.Catalogue;
import dev.multisite.catalogue.Country;
import dev.multisite.catalogue.HubGraph.BorderTerms;
import dev.multisite.network.ChinaBorder;
import dev.multisite.network.PathEstimate;
import dev.multisite.network.PathEstimate.Part;
import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.NetworkSpec;
import dev.multisite.scenario.NetworkSpec.PathOverride;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.ServiceSpec;
import dev.multisite.simulation.LatencyAssumption.Alternative;
import dev.multisite.simulation.LatencyAssumption.PathChange;
import dev.multisite.world.ServiceTraffic;

/**
 * What the response times of a population hang on. Ranges are those of the evidence where there is some; where there is
 * none, values further apart are tried and said to be guesses.
 */
public final class LatencyAssumptions {
    private static final String GUESS = "a guess, as no range is known";
    private static final String SCENARIO = "the scenario";
    private static final String BORDER = "border of mainland China";

    private final Scenario scenario;
    private final Catalogue catalogue;
    private final List<PopulationSpec> populations;
    private final List<LatencyAssumption> found = new ArrayList<>();

    private LatencyAssumptions(Scenario scenario, Catalogue catalogue, String population) {
        this.scenario = scenario;
        this.catalogue = catalogue;
        this.populations = scenario.populations().values().stream()
                .filter(spec -> population.isEmpty() || spec.name().equals(population))
                .toList();
    }

    /** Returns them for a population; empty: for all together. */
    public static List<LatencyAssumption> of(Scenario scenario, Catalogue catalogue, String population) {
        LatencyAssumptions assumptions = new LatencyAssumptions(scenario, catalogue, population);
        assumptions.overrides();
        if (scenario.network().model() instanceof NetworkSpec.Model.Catalogue) {
            assumptions.border();
            assumptions.publicPaths();
            assumptions.access();
            assumptions.lossAndBandwidth();
        }
        assumptions.services();
        return List.copyOf(assumptions.found);
    }

    private void overrides() {
        Set<PathOverride> seen = new LinkedHashSet<>(scenario.network().overrides());
        for (PathOverride override : seen) {
            if (populations.stream().anyMatch(spec -> isOf(override, spec))
                    && override.rtt().mean() > 0) {
                override(override);
            }
        }
    }

    private static boolean isOf(PathOverride override, PopulationSpec spec) {
        return override.from().equals(spec.name()) || override.from().equals(spec.country());
    }

    private void override(PathOverride override) {
        double seconds = override.rtt().mean();
        DoubleFunction<PathChange> longer = share -> (endpoint, site, path) ->
                isOf(override, endpoint.population()) && override.to().equals(site.name())
                        ? path.longer(share * seconds)
                        : path;
        String pair = "round trip from "
                + catalogue.findCountry(override.from()).map(Country::name).orElse(override.from()) + " to "
                + override.to();
        if (override.added()) {
            found.add(new LatencyAssumption(
                    pair + ", added by the scenario",
                    millis(seconds * 1000),
                    SCENARIO,
                    "none, and twice as much",
                    List.of(
                            Alternative.ofPaths("0 ms", longer.apply(-1)),
                            Alternative.ofPaths(millis(2000 * seconds), longer.apply(1)))));
        } else {
            found.add(new LatencyAssumption(
                    pair + ", stated by the scenario",
                    millis(seconds * 1000),
                    SCENARIO,
                    GUESS,
                    List.of(
                            Alternative.ofPaths(millis(750 * seconds), longer.apply(-0.25)),
                            Alternative.ofPaths(millis(1250 * seconds), longer.apply(0.25)))));
        }
    }

    private void border() {
        int year = scenario.period().from().atZone(ZoneOffset.UTC).getYear();
        BorderTerms terms = new ChinaBorder(catalogue.hubGraph().chinaBorder()).terms(year);
        boolean crossed = populations.stream()
                .anyMatch(people -> scenario.sites().values().stream()
                        .anyMatch(site -> ChinaBorder.crosses(
                                people.country(), site.place().country())));
        if (crossed && terms.medianMillis() > 0) {
            found.add(new LatencyAssumption(
                    BORDER,
                    millis(terms.medianMillis()),
                    terms.source(),
                    "quartiles over measured pairs",
                    List.of(
                            scaled(
                                    BORDER::equals,
                                    millis(terms.lowerQuartileMillis()),
                                    terms.lowerQuartileMillis() / terms.medianMillis()),
                            scaled(
                                    BORDER::equals,
                                    millis(terms.upperQuartileMillis()),
                                    terms.upperQuartileMillis() / terms.medianMillis()))));
        }
    }

    private void publicPaths() {
        Predicate<String> way = part -> part.startsWith("overland") || part.startsWith("cables");
        found.add(new LatencyAssumption(
                "round trip of a public path",
                "as modelled",
                catalogue.hubGraph().client().source(),
                "the model's median error over measured public paths",
                List.of(scaled(way, "10 % shorter ways", 0.9), scaled(way, "10 % longer ways", 1.1))));
    }

    /** A change of the parts of a round trip that a name tells. */
    private static Alternative scaled(Predicate<String> part, String label, double factor) {
        return Alternative.ofPaths(label, (endpoint, site, path) -> path.longer((factor - 1) * seconds(path, part)));
    }

    private static double seconds(PathEstimate path, Predicate<String> names) {
        double millis = 0;
        for (Part part : path.parts()) {
            millis += names.test(part.name()) ? part.millis() : 0;
        }
        return millis / 1000;
    }

    private void access() {
        Set<Access> used = new LinkedHashSet<>();
        populations.forEach(people -> people.access().forEach((access, share) -> {
            if (share > 0) {
                used.add(access);
            }
        }));
        for (Access access : used) {
            AccessTerms terms = catalogue.accessTerms(access);
            double part = access == Access.CELLULAR_3G ? 0.5 : 0.25; // 3G was never measured here
            found.add(new LatencyAssumption(
                    "access " + access.key(),
                    millis(terms.addedMillis()) + " added",
                    terms.source(),
                    GUESS,
                    List.of(added(access, terms, -part), added(access, terms, part))));
            found.add(new LatencyAssumption(
                    "access " + access.key() + ", spread",
                    "p95 " + millis(terms.spreadMillis()) + " above the median",
                    terms.source(),
                    GUESS,
                    List.of(spread(access, terms, 1 - part), spread(access, terms, 1 + part))));
        }
    }

    private static Alternative added(Access access, AccessTerms terms, double share) {
        return Alternative.ofPaths(
                millis(terms.addedMillis() * (1 + share)),
                (endpoint, site, path) ->
                        endpoint.access() == access ? path.longer(share * terms.addedMillis() / 1000) : path);
    }

    private static Alternative spread(Access access, AccessTerms terms, double factor) {
        return Alternative.ofPaths(
                millis(terms.spreadMillis() * factor),
                (endpoint, site, path) -> endpoint.access() == access ? path.spread(factor) : path);
    }

    private void lossAndBandwidth() {
        found.add(new LatencyAssumption(
                "lost packets",
                "0.1 to 1 % of round trips, by access and way",
                "assumed",
                GUESS,
                List.of(loss("half the losses", 0.5), loss("twice the losses", 2))));
        found.add(new LatencyAssumption(
                "bandwidth of a device",
                "1.5 to 50 Mbit/s, by access",
                "assumed",
                GUESS,
                List.of(bandwidth("half the bandwidth", 0.5), bandwidth("twice the bandwidth", 2))));
    }

    private static Alternative loss(String label, double factor) {
        return Alternative.ofPaths(
                label,
                (endpoint, site, path) -> new PathEstimate(
                        path.floorLegSeconds(),
                        path.medianLegSeconds(),
                        path.sigma(),
                        Math.min(0.5, path.loss() * factor),
                        path.bytesPerSecond(),
                        path.parts()));
    }

    private static Alternative bandwidth(String label, double factor) {
        return Alternative.ofPaths(
                label,
                (endpoint, site, path) -> new PathEstimate(
                        path.floorLegSeconds(),
                        path.medianLegSeconds(),
                        path.sigma(),
                        path.loss(),
                        path.bytesPerSecond() * factor,
                        path.parts()));
    }

    private void services() {
        for (ServiceSpec service : scenario.services().values()) {
            double fresh = 1 - service.connectionReuse();
            if (fresh > 0) {
                found.add(new LatencyAssumption(
                        "new connections of " + service.name(),
                        percent(fresh) + " of attempts",
                        SCENARIO,
                        GUESS,
                        List.of(reuse(service, 0.5), reuse(service, Math.min(1.5, 1 / fresh)))));
            }
            double mean = service.serviceTime().mean();
            if (mean > 0 && Double.isFinite(mean) && canScale(service.serviceTime())) {
                found.add(new LatencyAssumption(
                        "service time of " + service.name(),
                        millis(1000 * mean),
                        SCENARIO,
                        GUESS,
                        List.of(work(service, 0.5), work(service, 1.5))));
            }
        }
    }

    private static Alternative reuse(ServiceSpec service, double factor) {
        double fresh = factor * (1 - service.connectionReuse());
        return Alternative.ofServices(
                percent(fresh), only(service, traffic -> copy(traffic, 1 - fresh, traffic.serviceSeconds())));
    }

    private static Alternative work(ServiceSpec service, double factor) {
        return Alternative.ofServices(
                millis(1000 * factor * service.serviceTime().mean()),
                only(
                        service,
                        traffic -> copy(traffic, traffic.connectionReuse(), scaled(traffic.serviceSeconds(), factor))));
    }

    private static UnaryOperator<ServiceTraffic> only(ServiceSpec service, UnaryOperator<ServiceTraffic> change) {
        return traffic -> traffic.name().equals(service.name()) ? change.apply(traffic) : traffic;
    }

    private static ServiceTraffic copy(ServiceTraffic traffic, double reuse, DistributionSpec serviceSeconds) {
        return new ServiceTraffic(
                traffic.name(),
                reuse,
                serviceSeconds,
                traffic.timeoutSeconds(),
                traffic.connectTimeoutSeconds(),
                traffic.patienceSeconds(),
                traffic.maxRetries(),
                traffic.backoffSeconds(),
                traffic.backoffMultiplier(),
                traffic.requestBytes(),
                traffic.responseBytes());
    }

    private static boolean canScale(DistributionSpec distribution) {
        return distribution instanceof DistributionSpec.Constant
                || distribution instanceof DistributionSpec.Exponential
                || distribution instanceof DistributionSpec.Lognormal
                || distribution instanceof DistributionSpec.Gamma;
    }

    private static DistributionSpec scaled(DistributionSpec distribution, double factor) {
        if (distribution instanceof DistributionSpec.Constant constant) {
            return new DistributionSpec.Constant(factor * constant.value());
        }
        if (distribution instanceof DistributionSpec.Exponential exponential) {
            return new DistributionSpec.Exponential(factor * exponential.mean());
        }
        if (distribution instanceof DistributionSpec.Gamma gamma) {
            return new DistributionSpec.Gamma(gamma.shape(), factor * gamma.scale());
        }
        DistributionSpec.Lognormal lognormal = (DistributionSpec.Lognormal) distribution;
        return new DistributionSpec.Lognormal(lognormal.mu() + StrictMath.log(factor), lognormal.sigma());
    }

    private static String millis(double value) {
        return rounded(value) + " ms";
    }

    private static String percent(double share) {
        return rounded(100 * share) + " %";
    }

    private static String rounded(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }
}
