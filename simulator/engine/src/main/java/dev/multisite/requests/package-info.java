/**
 * The request plane: simulates requests one by one on a {@link dev.multisite.world.World}, many millions per second,
 * without an object per request.
 *
 * <p>Start at {@link dev.multisite.requests.RequestPlane}: it simulates a {@link dev.multisite.requests.Window} of the
 * period and counts into a {@link dev.multisite.requests.RequestTally}. May use {@code world}, {@code random}, {@code
 * statistics} and the scenario's distributions; knows nothing of CloudSim Plus, files or threads.
 */
@NullMarked
package dev.multisite.requests;

import org.jspecify.annotations.NullMarked;
