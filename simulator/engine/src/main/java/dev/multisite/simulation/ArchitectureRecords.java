package dev.multisite.simulation;

import java.util.List;

import dev.multisite.routing.Permissions;
import dev.multisite.routing.RecordPlaces;
import dev.multisite.scenario.ArchitectureSpec.Phase;

/** What records mean for the requests of one architecture. */
interface ArchitectureRecords {

    /** Nothing is kept. */
    ArchitectureRecords NONE = new ArchitectureRecords() {

        @Override
        public Permissions permissions() {
            return Permissions.ALL;
        }

        @Override
        public RecordPlaces places(ArchitectureModel model, List<Phase> phases, List<Double> phaseStarts) {
            return RecordPlaces.AT_HAND;
        }
    };

    /** Returns at which sites the law lets requests be served. */
    Permissions permissions();

    /**
     * Returns where the records are that requests need.
     *
     * @param phases the phases that take place, in order
     * @param phaseStarts when they begin, the first at 0
     */
    RecordPlaces places(ArchitectureModel model, List<Phase> phases, List<Double> phaseStarts);
}
