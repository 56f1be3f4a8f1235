/**
 * How long a round trip between two places takes, and what it is made of: the hub graph of cable corridors, access
 * technologies, the mainland-China border, jitter and loss, and what the scenario overrides.
 *
 * <p>Start at {@link dev.multisite.network.NetworkModel}; {@link dev.multisite.network.LatencyExplainer} answers for two
 * free-text places. The model and its errors are described in docs/network.md. May use the catalogue and the network
 * specs of {@code scenario}; knows nothing of requests, failures over time or CloudSim Plus.
 */
@NullMarked
package dev.multisite.network;

import org.jspecify.annotations.NullMarked;
