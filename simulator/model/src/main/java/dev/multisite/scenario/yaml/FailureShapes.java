package dev.multisite.scenario.yaml;

import java.util.List;
import java.util.Optional;

import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.DistributionSpec.Constant;
import dev.multisite.scenario.DistributionSpec.Exponential;
import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.FailureSpec.Never;
import dev.multisite.scenario.FailureSpec.Renewal;
import dev.multisite.scenario.FailureSpec.Symptom;
import dev.multisite.units.Literals;

/** The keys that say how something fails and is repaired. */
final class FailureShapes {

    static final Key<DistributionSpec> MTTF = Key.optional(
            "mttf",
            Distributions.UP_TIME,
            "180d",
            "mean time to failure: the up time from a repair to the next failure; a plain duration is the mean of an exponential distribution");
    static final Key<Double> MTBF = Key.optional(
            "mtbf",
            Quantity.SECONDS.check((s, r) -> s > 0 ? "" : "must be above 0"),
            "182d",
            "mean time between failures instead of `mttf`: the whole cycle, so the mean up time is `mtbf` minus the mean repair");
    static final Key<Symptom> SYMPTOM = Key.of(
            "symptom",
            Shapes.words(Ordering.of("hangs", Symptom.HANGS, "refused", Symptom.REFUSED)),
            "hangs",
            "refused",
            "what a device sees: no answer, or an error after one round trip");
    private static final Key<DistributionSpec> REPAIR = Key.required(
            "repair", Distributions.DURATION, "{lognormal: {median: 2h, p95: 12h}}", "time from failure to repair");

    /** Failures of a site or host; {@code none}: it never fails. */
    static final Shape<FailureSpec> FAILURE = Shapes.scalarOrGroup(
            Shapes.word("none", new Never()),
            new ObjectShape<>(
                    "failures",
                    "An alternation of up times and repairs. Exactly one of `mttf` and `mtbf`.",
                    List.of(MTTF, MTBF, REPAIR, SYMPTOM),
                    f -> renewal(f, f.get(REPAIR))));

    private static final Key<Double> DESTROYS_DATA = Key.of(
            "destroys-data",
            Quantity.FRACTION,
            "0%",
            "1%",
            "share of the failures that destroy what is kept there; `metrics.csv` says how many records are lost");

    /** Outages of a site; {@code none}: it has none. */
    static final Shape<FailureSpec> OUTAGES = Shapes.scalarOrGroup(
            Shapes.word("none", new Never()),
            new ObjectShape<>(
                    "outages",
                    "An alternation of up times and repairs of a whole site. Exactly one of `mttf` and `mtbf`.",
                    List.of(MTTF, MTBF, REPAIR, SYMPTOM, DESTROYS_DATA),
                    FailureShapes::outages));

    private FailureShapes() {}

    private static Optional<FailureSpec> outages(Fields f) {
        if (f.get(DESTROYS_DATA) > 0 && !f.reading().anyServiceStores()) {
            f.problem(DESTROYS_DATA, "no service has stores, so there are no records to destroy");
            return Optional.empty();
        }
        return renewal(f, f.get(REPAIR))
                .map(failure -> failure instanceof Renewal renewal
                        ? new Renewal(renewal.upTime(), renewal.repair(), renewal.symptom(), f.get(DESTROYS_DATA))
                        : failure);
    }

    /** Returns the renewal process, or nothing after reporting what is wrong with {@code mttf} and {@code mtbf}. */
    static Optional<FailureSpec> renewal(Fields f, DistributionSpec repair) {
        if (f.has(MTTF) == f.has(MTBF)) {
            f.reading().problems().add(f.node(), "expected exactly one of mttf and mtbf");
            return Optional.empty();
        }
        Optional<DistributionSpec> upTime = f.has(MTTF) ? f.find(MTTF) : upTime(f, repair);
        return upTime.map(up -> new Renewal(up, repair, f.get(SYMPTOM)));
    }

    private static Optional<DistributionSpec> upTime(Fields f, DistributionSpec repair) {
        double mean = f.get(MTBF) - repair.mean();
        if (!(mean > 0)) {
            f.problem(MTBF, "must be longer than the mean repair, which is " + shown(repair));
            return Optional.empty();
        }
        return Optional.of(new Exponential(mean));
    }

    private static String shown(DistributionSpec repair) {
        return repair instanceof Constant ? Literals.formatSeconds(repair.mean()) : Math.round(repair.mean()) + "s";
    }
}
