/**
 * What a site costs: capital, hosts, traffic, storage.
 *
 * <p>Start at {@link dev.multisite.cost.SiteCosts}. Prices are in US dollars of the scenario; no discounting. May use the
 * scenario model only.
 */
@NullMarked
package dev.multisite.cost;

import org.jspecify.annotations.NullMarked;
