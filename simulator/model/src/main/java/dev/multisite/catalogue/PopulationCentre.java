package dev.multisite.catalogue;

import java.time.ZoneId;

import dev.multisite.geo.GeoPoint;

/**
 * A place that stands for a share of a country's people.
 *
 * @param name the city's name
 * @param point its coordinates
 * @param zone its time zone, which decides when people are awake
 * @param weight its share of the country's population, above 0; the shares of a country add up to 1
 */
public record PopulationCentre(String name, GeoPoint point, ZoneId zone, double weight) {}
