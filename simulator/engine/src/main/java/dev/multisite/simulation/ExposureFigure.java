package dev.multisite.simulation;

/**
 * Record-years of one replication.
 *
 * @param value record-years
 */
public record ExposureFigure(Key key, double value) {

    /**
     * What they are about.
     *
     * @param law law; empty for reach
     * @param version version of the law; empty: all
     * @param country name of a population; empty: all
     * @param dataClass data class; empty: all
     * @param verdict verdict in capitals; for reach {@code STATE basis form}; empty: all
     * @param metric name in the results files
     */
    public record Key(String law, String version, String country, String dataClass, String verdict, String metric) {}
}
