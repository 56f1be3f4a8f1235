package dev.multisite.world;

import dev.multisite.scenario.DistributionSpec;

/**
 * A service as the request plane sees it.
 *
 * @param name name in the scenario
 * @param connectionReuse share of attempts that find an open connection
 * @param serviceSeconds core time on the reference core
 * @param timeoutSeconds when the device gives up an attempt; may be infinite
 * @param connectTimeoutSeconds when it gives up a connection that gets no answer
 * @param patienceSeconds how long an attempt stays in a queue; {@code Constant(infinity)}: for ever
 * @param maxRetries further attempts after a failed one; {@link Integer#MAX_VALUE}: no limit
 * @param backoffSeconds pause before the first retry
 * @param backoffMultiplier factor on the pause from retry to retry
 * @param requestBytes payload of a request
 * @param responseBytes payload of a response
 */
public record ServiceTraffic(
        String name,
        double connectionReuse,
        DistributionSpec serviceSeconds,
        double timeoutSeconds,
        double connectTimeoutSeconds,
        DistributionSpec patienceSeconds,
        int maxRetries,
        DistributionSpec backoffSeconds,
        double backoffMultiplier,
        double requestBytes,
        double responseBytes) {}
