package dev.multisite.regulation.exposure;

import java.util.List;

/**
 * Records of one data class of people in one country, and where they are over time.
 *
 * @param country where the people live
 * @param dataClass class of the records
 * @param records how many over time
 * @param people how many people they are about; some rules ask for their number
 * @param breaksSeconds instants at which {@code records} jumps or bends, in rising order
 * @param stretches in order of time, without gaps
 */
public record Cohort(
        String country,
        String dataClass,
        RecordCurve records,
        RecordCurve people,
        List<Double> breaksSeconds,
        List<Stretch> stretches) {

    public Cohort {
        breaksSeconds = List.copyOf(breaksSeconds);
        stretches = List.copyOf(stretches);
    }

    /** A cohort in which every record is about another person. */
    public Cohort(
            String country,
            String dataClass,
            RecordCurve records,
            List<Double> breaksSeconds,
            List<Stretch> stretches) {
        this(country, dataClass, records, records, breaksSeconds, stretches);
    }
}
