package dev.multisite.scenario.yaml;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.ProfileSpec;
import dev.multisite.scenario.ServiceSpec;
import dev.multisite.scenario.ServiceSpec.Retries;
import dev.multisite.scenario.StoreSpec;
import dev.multisite.units.DataSize;
import dev.multisite.units.Durations;
import dev.multisite.units.Rate;

/** The keys of {@code services}. */
final class ServiceShapes {

    private static final Key<Double> AMPLITUDE = Key.required(
            "amplitude", Quantity.FRACTION, "60%", "how far the peak lies above the mean, and the trough below it");
    private static final Key<LocalTime> PEAK =
            Key.required("peak", Quantity.TIME_OF_DAY, "\"20:00\"", "local time of the maximum");
    private static final Shape<ProfileSpec> SINE = Shapes.tagged(Map.of(
            "sine",
            ObjectShape.of(
                    "sine",
                    "A day as a cosine.",
                    List.of(AMPLITUDE, PEAK),
                    f -> new ProfileSpec.Sine(f.get(AMPLITUDE), f.get(PEAK).toSecondOfDay() / 3600.0))));

    private static final Shape<ProfileSpec> PROFILE = Shapes.titled(
            "profile",
            "The shape of a day in local time. Only the shape counts; it is scaled so that the mean of the week, weekend weight included, is `requests`.",
            Shapes.byKind(
                    Shapes.literal("profile", "flat or smartphone", t -> t).then(ServiceShapes::namedProfile),
                    List.of(SINE),
                    List.of(Shapes.list(Quantity.NOT_NEGATIVE).then(ServiceShapes::weights))));

    private static final Key<Integer> MAX = Key.required(
            "max",
            Shapes.wordOr(Map.of("unlimited", Integer.MAX_VALUE), Quantity.whole(0)),
            "2",
            "further attempts after the first");
    private static final Key<DistributionSpec> BACKOFF =
            Key.of("backoff", Distributions.DURATION, "0s", "500ms", "pause before the first retry");
    private static final Key<Double> MULTIPLIER = Key.of(
            "multiplier", Quantity.atLeast(1), "1", "2", "factor on the pause from one retry to the next, at least 1");
    private static final Shape<Retries> RETRIES = ObjectShape.of(
            "retries",
            "What a device does after a failed attempt: it tries the next healthy site of the route.",
            List.of(MAX, BACKOFF, MULTIPLIER),
            f -> new Retries(f.get(MAX), f.get(BACKOFF), f.get(MULTIPLIER)));

    private static final Key<Rate> REQUESTS = Key.required(
            "requests",
            Quantity.RATE,
            "60/d",
            "requests per device that uses the service, on an average day of the week");
    private static final Key<ProfileSpec> PROFILE_KEY = Key.of(
            "profile",
            PROFILE,
            "flat",
            "smartphone",
            "shape of a day in local time: a name of the catalogue, `flat`, 24 weights (weight k holds from k:00 to k+1:00) or a sine; only the shape counts");
    private static final Key<Double> WEEKEND = Key.of(
            "weekend",
            Quantity.POSITIVE.check((v, r) -> v <= 1000 ? "" : "must not exceed 1000"),
            "1",
            "1.1",
            "weight of Saturday and Sunday relative to a weekday, above 0");
    private static final Key<DataSize> REQUEST_SIZE =
            Key.of("request-size", Quantity.DATA_SIZE, "0 B", "2 KB", "payload of a request");
    private static final Key<DataSize> RESPONSE_SIZE =
            Key.of("response-size", Quantity.DATA_SIZE, "0 B", "16 KB", "payload of a response");
    private static final Key<Double> REUSE = Key.of(
            "connection-reuse",
            Quantity.FRACTION,
            "100%",
            "80%",
            "share of requests that find an open connection; the others pay two more round trips (TCP and TLS 1.3)");
    private static final Key<DistributionSpec> SERVICE_TIME = Key.required(
            "service-time",
            Distributions.DURATION,
            "{lognormal: {mean: 12ms, cv: 1.2}}",
            "core time of a request on a reference core");
    private static final Key<Duration> TIMEOUT = Key.of(
            "timeout",
            Shapes.wordOr(
                    Map.of("none", Durations.FOREVER),
                    Quantity.DURATION.check((d, r) -> d.isZero() ? "must be above 0" : "")),
            "none",
            "4s",
            "when the device gives up an attempt; `none`: never");
    private static final Key<DistributionSpec> PATIENCE = Key.of(
            "patience",
            Distributions.DURATION_OR_NONE,
            "none",
            "{exponential: {mean: 3min}}",
            "how long an attempt waits in a site's queue before it leaves unserved; `none`: for ever");
    private static final Key<Retries> RETRIES_KEY =
            Key.of("retries", RETRIES, "{max: 0}", "{max: 2, backoff: 500ms}", "further attempts after a failed one");

    private static final Key<List<StoreSpec>> STORES = Key.optional(
            "stores",
            StoreShapes.STORES,
            "{device-id: {records: 1, size: 200 B}, contacts: {records: 180, size: 300 B}}",
            "what is kept per device that uses the service, by data class of the law catalogue");

    private static final Key<Double> NEEDS_RECORDS = Key.of(
            "needs-records",
            Quantity.FRACTION,
            "100%",
            "30%",
            "share of requests that are about records of `stores`; where those are at another site, it pays the round trip between the sites");

    /** One service. */
    static final ObjectShape<ServiceSpec> SERVICE = new ObjectShape<>(
            "service",
            "What devices ask for.",
            List.of(
                    REQUESTS,
                    PROFILE_KEY,
                    WEEKEND,
                    REQUEST_SIZE,
                    RESPONSE_SIZE,
                    REUSE,
                    SERVICE_TIME,
                    TIMEOUT,
                    PATIENCE,
                    RETRIES_KEY,
                    STORES,
                    NEEDS_RECORDS),
            ServiceShapes::service);

    private ServiceShapes() {}

    private static Optional<ServiceSpec> service(Fields f) {
        if (f.get(NEEDS_RECORDS) != 1 && !f.has(STORES)) {
            f.problem(NEEDS_RECORDS, "the service has no stores, so there are no records that its requests could need");
            return Optional.empty();
        }
        return Optional.of(new ServiceSpec(
                f.name(),
                f.get(REQUESTS),
                f.get(PROFILE_KEY),
                f.get(WEEKEND),
                f.get(REQUEST_SIZE),
                f.get(RESPONSE_SIZE),
                f.get(REUSE),
                f.get(SERVICE_TIME),
                f.get(TIMEOUT),
                f.get(PATIENCE),
                f.get(RETRIES_KEY),
                f.find(STORES).orElse(List.of()),
                f.get(NEEDS_RECORDS)));
    }

    private static Optional<ProfileSpec> namedProfile(String name, Node node, Reading reading) {
        if (name.equals("flat")) {
            return Optional.of(new ProfileSpec.Flat());
        }
        reading.requireKnown(node, name, "day profile", reading.gazetteer().profileNames());
        return reading.gazetteer().findProfile(name).map(weights -> new ProfileSpec.Hourly(name, weights));
    }

    private static Optional<ProfileSpec> weights(List<Double> weights, Node node, Reading reading) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        if (weights.size() != 24 || !(sum > 0) || sum > 1e12) {
            reading.problems()
                    .add(
                            node,
                            weights.size() == 24
                                    ? "the weights must add up to something between 0 and 1e12"
                                    : "expected 24 weights, one per hour, got " + weights.size());
            return Optional.empty();
        }
        return Optional.of(new ProfileSpec.Hourly("", weights));
    }
}
