package dev.multisite.experiment;

import dev.multisite.simulation.ReplicationResult.SimulationEvent;

/** Something that happened in the first replication of an architecture. */
public record EventRow(String architecture, SimulationEvent event) {}
