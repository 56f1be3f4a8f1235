package dev.multisite.network;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.Catalogue;
import dev.multisite.catalogue.PopulationCentre;
import dev.multisite.geo.Place;
import dev.multisite.network.GraphModel.End;
import dev.multisite.network.PathEstimate.Part;
import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.NetworkSpec;
import dev.multisite.scenario.NetworkSpec.PathOverride;
import dev.multisite.scenario.SiteSpec;

/**
 * Round trips of a scenario: the model that it asks for, and the pairs that it overrides. Immutable and safe to share.
 *
 * <p>An override replaces round trip and loss, or adds to them; the bandwidth stays the model's. Where several overrides
 * name a pair they apply one after the other, so that the last replacement counts and what is added after it.
 */
public final class NetworkModel {

    private static final String SCENARIO = "stated by the scenario";

    private final NetworkSpec spec;
    private final Catalogue catalogue;
    private final GraphModel graph;

    private NetworkModel(NetworkSpec spec, Catalogue catalogue, GraphModel graph) {
        this.spec = spec;
        this.catalogue = catalogue;
        this.graph = graph;
    }

    /**
     * Returns the model of a scenario.
     *
     * @param year the year in which the period starts; decides what the border of mainland China costs
     */
    public static NetworkModel of(NetworkSpec spec, Catalogue catalogue, int year) {
        return new NetworkModel(spec, catalogue, new GraphModel(catalogue, year));
    }

    /**
     * Returns the path between the devices of a centre and a site, with the scenario's overrides.
     *
     * @param population name of the population, which overrides may use, as they may use its country
     * @param country ISO 3166-1 alpha-2 code
     */
    public PathEstimate devicePath(
            String population, String country, PopulationCentre centre, Access access, SiteSpec site) {
        return overridden(
                devicePath(centre, country, access, site.place()),
                overrides(List.of(population, country), site.name()));
    }

    /** Returns the path between the devices of a centre and a place, without the scenario's overrides. */
    public PathEstimate devicePath(PopulationCentre centre, String country, Access access, Place site) {
        if (!isCatalogue()) {
            return simpleModel();
        }
        return graph.devicePath(new End(centre.point(), country), catalogue.accessTerms(access), end(site));
    }

    /**
     * Returns the path between two sites, with the scenario's overrides; one for the opposite direction counts where none
     * names this one.
     */
    public PathEstimate sitePath(SiteSpec a, SiteSpec b) {
        List<PathOverride> forward = overrides(List.of(a.name()), b.name());
        List<PathOverride> stated = forward.isEmpty() ? overrides(List.of(b.name()), a.name()) : forward;
        return overridden(sitePath(a.place(), b.place()), stated);
    }

    /** Returns the path between data centers at two places, without the scenario's overrides. */
    public PathEstimate sitePath(Place a, Place b) {
        return isCatalogue() ? graph.sitePath(end(a), end(b)) : simpleModel();
    }

    private static End end(Place place) {
        return new End(place.point(), place.country());
    }

    private boolean isCatalogue() {
        return spec.model() instanceof NetworkSpec.Model.Catalogue;
    }

    private PathEstimate simpleModel() {
        DistributionSpec rtt = spec.model() instanceof NetworkSpec.Model.Constant constant
                ? constant.rtt()
                : new DistributionSpec.Constant(0);
        return stated(rtt, 0, Double.POSITIVE_INFINITY, "network model");
    }

    private List<PathOverride> overrides(List<String> from, String to) {
        return spec.overrides().stream()
                .filter(o -> o.to().equals(to) && from.contains(o.from()))
                .toList();
    }

    private static PathEstimate overridden(PathEstimate modelled, List<PathOverride> overrides) {
        PathEstimate path = modelled;
        for (PathOverride override : overrides) {
            path = override.added()
                    ? longer(path, override.rtt().mean(), override.loss())
                    : stated(override.rtt(), override.loss(), path.bytesPerSecond(), "override");
        }
        return path;
    }

    private static PathEstimate longer(PathEstimate path, double seconds, double loss) {
        List<Part> parts = new ArrayList<>(path.parts());
        parts.add(new Part("override, added", seconds * 1000, SCENARIO));
        return new PathEstimate(
                path.floorLegSeconds() + seconds / 2,
                path.medianLegSeconds(),
                path.sigma(),
                1 - (1 - path.loss()) * (1 - loss),
                path.bytesPerSecond(),
                parts);
    }

    private static PathEstimate stated(DistributionSpec rtt, double loss, double bytesPerSecond, String name) {
        double median = RoundTripDistribution.median(rtt);
        List<Part> parts = List.of(new Part(name, median * 1000, SCENARIO));
        if (rtt instanceof DistributionSpec.Constant) {
            return new PathEstimate(median / 2, 0, 0, loss, bytesPerSecond, parts);
        }
        TwoLegs.Leg leg = TwoLegs.fit(median, RoundTripDistribution.p95(rtt));
        return new PathEstimate(0, leg.median(), leg.sigma(), loss, bytesPerSecond, parts);
    }
}
