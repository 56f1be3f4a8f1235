package dev.multisite.simulation;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.PopulationCentre;
import dev.multisite.scenario.PopulationSpec;

/**
 * Where devices sit and how they reach the network; a row of the path table.
 *
 * @param access access technology
 */
record Endpoint(PopulationSpec population, PopulationCentre centre, Access access) {}
