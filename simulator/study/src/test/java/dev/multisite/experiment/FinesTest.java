package dev.multisite.experiment;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.multisite.regulation.enforcement.EnforcementSettings;
import dev.multisite.regulation.enforcement.LawExposure;
import dev.multisite.regulation.enforcement.LawExposure.Segment;
import dev.multisite.regulation.law.EnforcementTerms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FinesTest {
    private static final EnforcementSettings SETTINGS = EnforcementSettings.of(1, 10_000, 10);

    private static Fines fines(String name, double cap) {
        LawExposure law = new LawExposure(
                "EU-GDPR", EnforcementTerms.general(), List.of(new Segment(0, 1e6, 0, 0, cap, cap, false, 0)), false);
        return Fines.replay(SETTINGS, name, List.of(List.of(law)));
    }

    private static ComparisonRow row(List<ComparisonRow> rows, String metric) {
        return rows.stream()
                .filter(row -> row.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    /** Twice the maximum on the same random numbers is twice every fine. */
    @Test
    void finesOfTwoArchitecturesAreComparedReplayByReplay() {
        Fines base = fines("base", 1e9);
        List<ComparisonRow> rows = new FineComparison(fines("twice", 2e9), base, 0.95).rows("twice", "base");

        double mean = base.estimate("fines-expected", 0.95).value();
        double p95 = base.estimate("fines-p95", 0.95).value();
        assertThat(row(rows, "fines-expected").difference().value()).isCloseTo(mean, within(1e-6 * mean));
        assertThat(row(rows, "fines-expected").ratio().value()).isCloseTo(2, within(1e-9));
        assertThat(row(rows, "fines-expected").ratio().halfWidth()).isLessThan(1e-9);
        assertThat(row(rows, "fine-probability").difference().value()).isZero();
        assertThat(row(rows, "fine-probability").difference().halfWidth()).isZero();
        assertThat(row(rows, "fines-p95").difference().value()).isCloseTo(p95, within(1e-6 * p95));
        assertThat(row(rows, "fines-p95").difference().low()).isBetween(0.7 * p95, p95);
        assertThat(row(rows, "fines-p95").difference().high()).isBetween(p95, 1.3 * p95);
        assertThat(row(rows, "fines-es95").difference().low()).isPositive();
    }

    @Test
    void anArchitectureThatBreaksNothingHasNoFines() {
        Fines base = fines("base", 1e9);
        Fines clean = Fines.replay(SETTINGS, "clean", List.of(List.of()));
        List<ComparisonRow> rows = new FineComparison(clean, base, 0.95).rows("clean", "base");

        assertThat(clean.estimate("fines-expected", 0.95).value()).isZero();
        assertThat(row(rows, "fines-expected").difference().high()).isNegative();
        assertThat(row(rows, "fines-expected").difference().value())
                .isCloseTo(-base.estimate("fines-expected", 0.95).value(), within(1.0));
    }

    @Test
    void theDistributionRisesAndAgreesWithTheFigures() {
        Fines base = fines("base", 1e9);
        List<FineQuantileRow> quantiles = base.quantiles();

        for (int i = 1; i < quantiles.size(); i++) {
            assertThat(quantiles.get(i).announcedUsd())
                    .isGreaterThanOrEqualTo(quantiles.get(i - 1).announcedUsd());
            assertThat(quantiles.get(i).quantile())
                    .isGreaterThan(quantiles.get(i - 1).quantile());
        }
        double p95 = base.estimate("fines-p95", 0.95).value();
        assertThat(quantiles.stream()
                        .filter(row -> row.quantile() == 0.95)
                        .findFirst()
                        .orElseThrow()
                        .announcedUsd())
                .isCloseTo(p95, within(0.01 * p95));
    }

    @Test
    void theLayersOfTheMeanLieAroundIt() {
        Fines base = fines("base", 1e9);
        double mean = base.estimate("fines-expected", 0.95).value();
        assertThat(base.estimate("fines-expected-low", 0.95).value()).isLessThan(mean);
        assertThat(base.estimate("fines-expected-high", 0.95).value()).isGreaterThan(mean);
    }
}
