package dev.multisite.exposure;

/**
 * Records of one store of some people that are lost for good.
 *
 * @param timeSeconds when their home failed
 * @param site their home
 * @param destroyed whether the home was destroyed; else a replica took over from it
 * @param population whose records
 * @param records how many are lost
 * @param windowSeconds age of the oldest of them; since the start of the period where no copy is left
 */
public record RecordLoss(
        double timeSeconds, String site, boolean destroyed, String population, double records, double windowSeconds) {}
