package dev.multisite.validation;

import java.util.List;

/**
 * A scenario whose figures are known exactly.
 *
 * @param id short name, e.g. {@code Q01}
 * @param title what it is
 * @param source where the exact answer comes from
 * @param note what a reader should know, may be empty
 * @param scenario the scenario file's text
 * @param expectations what the results must show
 */
public record ExactCase(
        String id, String title, String source, String note, String scenario, List<Expectation> expectations) {

    public ExactCase {
        expectations = List.copyOf(expectations);
    }

    /**
     * One exactly known figure.
     *
     * @param figure which row of metrics.csv it is
     * @param exact the exact value, of the complement if {@code complement}
     * @param unit unit of both
     * @param maxRelativeHalfWidth how wide the interval may be relative to the exact value: a wide interval would pass
     *     everything
     * @param complement whether {@code exact} is 1 minus the metric, as for unavailabilities
     */
    public record Expectation(
            FigureKey figure, double exact, String unit, double maxRelativeHalfWidth, boolean complement) {}

    /** Which row of metrics.csv: empty texts mean all; an empty architecture means the first. */
    public record FigureKey(String architecture, String country, String site, String service, String metric) {}
}
