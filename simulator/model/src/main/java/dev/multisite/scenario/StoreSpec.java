package dev.multisite.scenario;

import dev.multisite.units.DataSize;
import dev.multisite.units.Rate;

/**
 * What a service keeps of one data class for each device that uses it. The records of a device that leaves are deleted.
 *
 * @param dataClass class of the law catalogue
 * @param records records per device from its first day on
 * @param growth further records per device
 * @param size size of a record
 */
public record StoreSpec(String dataClass, double records, Rate growth, DataSize size) {}
