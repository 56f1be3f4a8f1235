package dev.multisite.regulation.exposure;

/** How many records a cohort has over time. */
@FunctionalInterface
public interface RecordCurve {

    /** Returns the records at {@code timeSeconds}. */
    double at(double timeSeconds);

    /** Returns a curve that stays at {@code records}. */
    static RecordCurve constant(double records) {
        return timeSeconds -> records;
    }
}
