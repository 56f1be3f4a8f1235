package dev.multisite.catalogue;

import dev.multisite.units.Bandwidth;

/**
 * What an access technology does to a round trip: {@code addedMillis + factor * path}.
 *
 * @param access the technology
 * @param addedMillis median milliseconds added to a round trip
 * @param factor factor on the round trip beyond the access, at least 1
 * @param spreadMillis by how much the access's own 95 % quantile lies above its median, milliseconds of round trip
 * @param loss share of round trips that lose a packet
 * @param bandwidth rate at which payloads pass
 * @param source where the figures come from
 */
public record AccessTerms(
        Access access,
        double addedMillis,
        double factor,
        double spreadMillis,
        double loss,
        Bandwidth bandwidth,
        String source) {}
