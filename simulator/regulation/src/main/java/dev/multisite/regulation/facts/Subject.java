package dev.multisite.regulation.facts;

import java.util.Set;

/**
 * Whose records they are.
 *
 * @param country where the people live
 * @param citizenships states whose citizens they are; empty: of {@code country}
 * @param dataClass class of the data, a name of the vocabulary
 * @param records number of records; NaN if not known
 * @param people number of people; NaN if not known
 * @param attributes attributes of the people, e.g. child, government
 */
public record Subject(
        String country,
        Set<String> citizenships,
        String dataClass,
        double records,
        double people,
        Set<String> attributes) {

    public Subject {
        citizenships = Set.copyOf(citizenships);
        attributes = Set.copyOf(attributes);
    }

    /** Returns the number of people: as stated, else one person per record; NaN if neither is known. */
    public double peopleOrRecords() {
        return Double.isNaN(people) ? records : people;
    }
}
