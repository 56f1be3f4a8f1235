package dev.multisite.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.multisite.scenario.GrowthSpec;
import dev.multisite.scenario.PopulationEvent;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.units.Rate;

import static dev.multisite.demand.DemandScenarios.START;
import static dev.multisite.demand.DemandScenarios.centre;
import static dev.multisite.demand.DemandScenarios.days;
import static dev.multisite.demand.DemandScenarios.population;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

class InstalledBaseTest {

    private static final double DAY = 86_400;
    private static final double YEAR = 365.25 * DAY;
    private static final GrowthSpec WEEKLY_100K = new GrowthSpec.Linear(Rate.per(100_000, Duration.ofDays(7)));
    private static final GrowthSpec NONE = new GrowthSpec.None();

    @Test
    void linearGrowthIsExact() {
        InstalledBase base = InstalledBase.of(population("IN", 0, WEEKLY_100K, 0, "UTC"), days(365));

        assertThat(base.devices(365 * DAY)).isCloseTo(5214285.71428571, withPercentage(1e-12));
        assertThat(base.deviceSeconds(0, 365 * DAY) / DAY).isCloseTo(951607142.857143, withPercentage(1e-12));
    }

    @Test
    void churnIsTheEffectiveAnnualLoss() {
        InstalledBase growing = InstalledBase.of(population("IN", 0, WEEKLY_100K, 0.01, "UTC"), days(366));
        InstalledBase shrinking = InstalledBase.of(population("IN", 1000, NONE, 0.1, "UTC"), days(366));

        double k = -Math.log(0.99) / 365.25;
        double closedForm = 100_000 / 7.0 / k * (1 - Math.exp(-k * 365));
        assertThat(growing.devices(365 * DAY)).isCloseTo(closedForm, withPercentage(1e-9));
        assertThat(growing.devices(365 * DAY)).isCloseTo(5188188.42975552, withPercentage(1e-10));
        assertThat(shrinking.devices(YEAR)).isCloseTo(900, within(1e-9));
    }

    @Test
    void exponentialGrowthIsEffectiveAnnual() {
        InstalledBase base =
                InstalledBase.of(population("IN", 1e6, new GrowthSpec.Exponential(0.4), 0, "UTC"), days(731));

        assertThat(base.devices(2 * YEAR)).isCloseTo(1_960_000, within(1e-6));
        assertThat(base.deviceSeconds(0, 2 * YEAR) / YEAR).isCloseTo(960_000 / Math.log(1.4), withPercentage(1e-10));
    }

    @Test
    void bassDiffusionFollowsItsClosedForm() {
        GrowthSpec bass = new GrowthSpec.Bass(20e6, 0.01, 0.4);
        InstalledBase base = InstalledBase.of(population("IN", 0, bass, 0, "UTC"), days(1827));

        assertThat(base.devices(5 * YEAR)).isCloseTo(2833660.65896, withPercentage(1e-9));
    }

    @Test
    void diffusionWithChurnAgreesWithAFineIntegration() {
        GrowthSpec bass = new GrowthSpec.Bass(20e6, 0.01, 0.4);
        InstalledBase base = InstalledBase.of(population("IN", 0, bass, 0.2, "UTC"), days(1827));

        // N(T) = integral of the adoption rate times the survival to T, by Simpson's rule with 20,000 steps.
        double k = -Math.log(0.8);
        int steps = 20_000;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double t = 5.0 * i / steps;
            double e = Math.exp(-0.41 * t);
            double share = (1 - e) / (1 + 40 * e);
            double rate = 20e6 * (0.01 + 0.4 * share) * (1 - share);
            double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * rate * Math.exp(-k * (5 - t));
        }
        assertThat(base.devices(5 * YEAR)).isCloseTo(sum * 5 / steps / 3, withPercentage(1e-8));
    }

    @Test
    void noDeviceExistsBeforeTheLaunchAndADelayMovesIt() {
        Instant launch = START.plus(Duration.ofDays(10));
        Instant late = START.plus(Duration.ofDays(30));
        PopulationSpec punctual = population("IN", launch, 500, NONE, 0, List.of(centre("UTC", 1)));
        PopulationSpec delayed = population(
                "IN", launch, 500, NONE, 0, List.of(centre("UTC", 1)), new PopulationEvent.LaunchDelay(START, late));

        assertThat(InstalledBase.of(punctual, days(100)).devices(10 * DAY - 1)).isZero();
        assertThat(InstalledBase.of(punctual, days(100)).devices(10 * DAY)).isEqualTo(500);
        assertThat(InstalledBase.of(delayed, days(100)).devices(30 * DAY - 1)).isZero();
        assertThat(InstalledBase.of(delayed, days(100)).devices(30 * DAY)).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"0.0006, 420", "0.01, 7000", "0.05, 35000"})
    void advisoryCostsGroupTimesFamilyTimesPenetration(double penetration, double lost) {
        Instant on = START.plus(Duration.ofDays(5));
        PopulationSpec warned =
                population("IN", 1e6, NONE, 0, "UTC", new PopulationEvent.Advisory(on, 175_000, 3, 1, penetration, 0));
        InstalledBase base = InstalledBase.of(warned, days(10));

        assertThat(base.devices(5 * DAY - 1)).isEqualTo(1e6);
        assertThat(base.devices(5 * DAY)).isCloseTo(1e6 - lost, within(1e-6));
        assertThat(base.devices(9 * DAY)).isCloseTo(1e6 - lost, within(1e-6));
    }

    @Test
    void salesStopHoldsGrowthBackAndDoesNotMakeItUpLater() {
        var stop = new PopulationEvent.SalesStop(
                Instant.parse("2014-12-08T00:00:00Z"), Instant.parse("2014-12-23T00:00:00Z"));
        InstalledBase free = InstalledBase.of(population("IN", 0, WEEKLY_100K, 0, "UTC"), days(365));
        InstalledBase stopped = InstalledBase.of(population("IN", 0, WEEKLY_100K, 0, "UTC", stop), days(365));

        // 15 days at 100,000 a week.
        assertThat(free.devices(300 * DAY) - stopped.devices(300 * DAY)).isCloseTo(214_285.714286, within(1e-3));
    }

    @Test
    void pointsAreJoinedByStraightLinesAndHoldAfterTheLast() {
        TreeMap<Instant, Double> points = new TreeMap<>();
        points.put(START.plus(Duration.ofDays(10)), 100.0);
        points.put(START.plus(Duration.ofDays(20)), 0.0);
        InstalledBase base = InstalledBase.of(population("IN", 50, new GrowthSpec.Points(points), 0, "UTC"), days(30));

        assertThat(base.devices(5 * DAY)).isCloseTo(75, within(1e-9));
        assertThat(base.devices(15 * DAY)).isCloseTo(50, within(1e-9));
        assertThat(base.devices(25 * DAY)).isCloseTo(0, within(1e-9));
        assertThat(base.deviceSeconds(0, 30 * DAY) / DAY).isCloseTo(750 + 500, within(1e-6));
    }

    @Test
    void shrinkingPointsWithChurnNeverGoBelowZero() {
        TreeMap<Instant, Double> points = new TreeMap<>();
        points.put(START.plus(Duration.ofDays(100)), 0.0);
        InstalledBase base =
                InstalledBase.of(population("IN", 50, new GrowthSpec.Points(points), 0.9, "UTC"), days(200));

        for (int day = 0; day < 200; day++) {
            assertThat(base.devices(day * DAY)).isNotNegative();
        }
        assertThat(base.devices(150 * DAY)).isZero();
    }

    @Test
    void lostTrustSlowsGrowthThenRecovers() {
        var shock = new PopulationEvent.Advisory(START.plus(Duration.ofDays(100)), 0, 0, 0, 0, 0.2);
        InstalledBase calm = InstalledBase.of(population("IN", 0, WEEKLY_100K, 0, "UTC"), days(1100));
        InstalledBase shocked = InstalledBase.of(population("IN", 0, WEEKLY_100K, 0, "UTC", shock), days(1100));

        // Arrivals lose a (1 - T) with 1 - T = 0.2 exp(-t / 120 d): the integral over t days is 24 d (1 - exp(-t /
        // 120)).
        double lost = 100_000 / 7.0 * 0.2 * 120 * (1 - Math.exp(-200 / 120.0));
        assertThat(calm.devices(300 * DAY) - shocked.devices(300 * DAY)).isCloseTo(lost, withPercentage(1e-6));
        double slopeLate = (shocked.devices(1000 * DAY) - shocked.devices(999 * DAY));
        assertThat(slopeLate).isCloseTo(100_000 / 7.0, withPercentage(0.1));
    }
}
