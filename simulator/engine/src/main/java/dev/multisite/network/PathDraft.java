package dev.multisite.network;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.catalogue.AccessTerms;
import dev.multisite.catalogue.HubGraph.BorderTerms;
import dev.multisite.network.PathEstimate.Part;

/** Sums up what a round trip is made of: medians add, independent spreads add in squares, survivals of loss multiply. */
final class PathDraft {

    private final List<Part> parts = new ArrayList<>();
    private final double floorMillis;
    private double medianMillis;
    private double squaredSpread;
    private double survival = 1;
    private double bytesPerSecond;

    PathDraft(HubRoute route) {
        floorMillis = route.directKm() / HubPaths.KM_PER_ROUND_TRIP_MILLI;
        bytesPerSecond = route.terms().bandwidth().bytesPerSecond();
        parts.addAll(route.parts());
        add(
                route.totalMillis(),
                route.totalMillis() * (route.terms().p95Ratio() - 1),
                route.terms().loss());
    }

    PathDraft acrossBorder(BorderTerms border) {
        parts.add(new Part("border of mainland China", border.medianMillis(), border.source()));
        add(border.medianMillis(), border.upperQuartileMillis() - border.medianMillis(), border.loss());
        return this;
    }

    /** Adds the access; its factor applies to everything added before. */
    PathDraft overAccess(AccessTerms access) {
        double added = access.addedMillis() + (access.factor() - 1) * medianMillis;
        parts.add(new Part("access " + access.access().key(), added, access.source()));
        add(added, access.spreadMillis(), access.loss());
        bytesPerSecond = Math.min(bytesPerSecond, access.bandwidth().bytesPerSecond());
        return this;
    }

    private void add(double median, double spread, double loss) {
        medianMillis += median;
        squaredSpread += spread * spread;
        survival *= 1 - loss;
    }

    double medianMillis() {
        return medianMillis;
    }

    PathEstimate estimate() {
        double varying = medianMillis - floorMillis;
        TwoLegs.Leg leg = TwoLegs.fit(varying, varying + Math.sqrt(squaredSpread));
        return new PathEstimate(
                floorMillis / 2000, leg.median() / 1000, leg.sigma(), 1 - survival, bytesPerSecond, parts);
    }
}
