package dev.multisite.catalogue;

import dev.multisite.units.Money;

/**
 * Default prices of a cloud region; assumptions at list-price level.
 *
 * @param perHostHour a host of 32 cores for an hour
 * @param egressPerGb traffic to the Internet, per 10^9 bytes
 * @param storagePerGbMonth keeping 10^9 bytes for a month
 * @param source where the figures come from
 */
public record RegionPrices(Money perHostHour, Money egressPerGb, Money storagePerGbMonth, String source) {}
