package dev.multisite.calendar;

import org.cloudsimplus.core.CloudSimEntity;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.core.CloudSimTag;
import org.cloudsimplus.core.events.SimEvent;

/**
 * A kernel entity whose events are actions at planned instants. The instant travels with the event, so that what is
 * recorded does not carry the rounding of the kernel's clock and is the same in every architecture.
 */
abstract class PlannedEntity extends CloudSimEntity {

    /** CloudSim Plus keeps tags below 300 and 9600 to itself. */
    private static final int ACTION = 20_001;

    private final double endSeconds;

    /** Something that happens at an instant. */
    @FunctionalInterface
    interface Action {
        void at(double seconds);
    }

    private record Planned(double seconds, Action action) {}

    PlannedEntity(CloudSimPlus simulation, double endSeconds) {
        super(simulation);
        this.endSeconds = endSeconds;
    }

    /** Plans an action. At or after the end of the period nothing happens any more. */
    final void plan(double seconds, Action action) {
        if (seconds < endSeconds) {
            schedule(Math.max(0, seconds - getSimulation().clock()), ACTION, new Planned(seconds, action));
        }
    }

    @Override
    public final void processEvent(SimEvent event) {
        if (event.getTag() == CloudSimTag.SIMULATION_END) {
            shutdown();
        } else if (event.getData() instanceof Planned planned) {
            planned.action().at(planned.seconds());
        }
    }
}
