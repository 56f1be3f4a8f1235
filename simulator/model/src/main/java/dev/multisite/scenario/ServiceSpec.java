package dev.multisite.scenario;

import java.time.Duration;
import java.util.List;

import dev.multisite.units.DataSize;
import dev.multisite.units.Rate;

/**
 * What devices ask for.
 *
 * @param requests requests per device on an average day of the week
 * @param profile local-time shape of a day
 * @param weekend weight of Saturday and Sunday relative to a weekday, above 0
 * @param requestSize payload of a request
 * @param responseSize payload of a response
 * @param connectionReuse share of requests that find an open connection; the others pay two more round trips
 * @param serviceTime core time on a reference core, seconds
 * @param timeout when the device gives up an attempt; {@link dev.multisite.units.Durations#FOREVER}: never
 * @param patience how long an attempt waits in a site's queue before it leaves it unserved, seconds; {@code
 *     Constant(infinity)}: for ever
 * @param retries what the device does after a failed attempt
 * @param stores what is kept per device
 * @param needsRecords share of requests that are about records of {@code stores}
 */
public record ServiceSpec(
        String name,
        Rate requests,
        ProfileSpec profile,
        double weekend,
        DataSize requestSize,
        DataSize responseSize,
        double connectionReuse,
        DistributionSpec serviceTime,
        Duration timeout,
        DistributionSpec patience,
        Retries retries,
        List<StoreSpec> stores,
        double needsRecords) {

    public ServiceSpec {
        stores = List.copyOf(stores);
    }

    /** A service that keeps nothing. */
    public ServiceSpec(
            String name,
            Rate requests,
            ProfileSpec profile,
            double weekend,
            DataSize requestSize,
            DataSize responseSize,
            double connectionReuse,
            DistributionSpec serviceTime,
            Duration timeout,
            DistributionSpec patience,
            Retries retries) {
        this(
                name,
                requests,
                profile,
                weekend,
                requestSize,
                responseSize,
                connectionReuse,
                serviceTime,
                timeout,
                patience,
                retries,
                List.of(),
                1);
    }

    /**
     * Further attempts after a failed one.
     *
     * @param max further attempts, at least 0; {@link Integer#MAX_VALUE}: without limit
     * @param backoff pause before the first retry, seconds
     * @param multiplier factor on the pause from one retry to the next, at least 1
     */
    public record Retries(int max, DistributionSpec backoff, double multiplier) {

        public static final Retries NONE = new Retries(0, new DistributionSpec.Constant(0), 1);
    }
}
