package dev.multisite.simulation;

/**
 * What laws say of some records, who reaches them, or how they move, in one replication.
 *
 * @param value in the metric's unit
 * @param review whether somebody has checked the file of the law against its sources; not known for sums over laws
 */
public record ExposureFigure(Key key, double value, Review review) {

    /** Whether somebody has checked a law's file against its sources. */
    public enum Review {
        REVIEWED,
        UNREVIEWED,
        NO_LAW;

        /** Returns the word of results files. */
        public String word() {
            return this == NO_LAW ? "" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What it is about.
     *
     * @param law law; empty for reach and movements
     * @param version version of the law; empty: all
     * @param country name of a population; empty: all
     * @param dataClass data class; empty: all
     * @param verdict verdict in capitals; for reach {@code STATE basis form}, for movements {@code type FROM>TO grounds};
     *     empty: all
     * @param metric name in the results files
     */
    public record Key(String law, String version, String country, String dataClass, String verdict, String metric) {

        /** Returns the unit of the metric. */
        public String unit() {
            return switch (metric) {
                case "movements-per-day" -> "1/d";
                case "gigabytes-per-day" -> "GB/d";
                default -> "record-years";
            };
        }
    }
}
