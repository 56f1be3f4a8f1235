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

    @Test
    void trustShockDrivesDevicesAwayUntilTrustIsBack() {
        var shock = new PopulationEvent.TrustShock(START.plus(Duration.ofDays(10)), 0.3);
        PopulationSpec.Trust reaction = new PopulationSpec.Trust(40 * DAY, 1, 5);
        InstalledBase base =
                InstalledBase.of(reacting(population("IN", 1e6, NONE, 0.2, "UTC", shock), reaction), days(400));

        // N' = -h (1 + k d exp(-t / tau)) N, so N falls by exp(-h (t + k d tau (1 - exp(-t / tau)))) after the shock.
        double h = -Math.log(0.8) / 365.25;
        double hazard = 10 * h + h * (200 + 5 * 0.3 * 40 * (1 - Math.exp(-200 / 40.0)));
        assertThat(base.devices(210 * DAY)).isCloseTo(1e6 * Math.exp(-hazard), withPercentage(1e-8));
        assertThat(base.kept(0, 210 * DAY)).isCloseTo(Math.exp(-hazard), withPercentage(1e-10));
    }

    @Test
    void arrivalsFollowTrustToThePowerOfTheExponent() {
        var shock = new PopulationEvent.TrustShock(START.plus(Duration.ofDays(100)), 0.5);
        PopulationSpec.Trust reaction = new PopulationSpec.Trust(60 * DAY, 2, 0);
        InstalledBase base =
                InstalledBase.of(reacting(population("IN", 0, WEEKLY_100K, 0, "UTC", shock), reaction), days(400));

        // The integral of (1 - d e)^2 with e = exp(-t / tau) is t - 2 d tau (1 - e) + d^2 tau / 2 (1 - e^2).
        double e = Math.exp(-200 / 60.0);
        double effectiveDays = 200 - 2 * 0.5 * 60 * (1 - e) + 0.25 * 30 * (1 - e * e);
        assertThat(base.devices(300 * DAY)).isCloseTo(100_000 / 7.0 * (100 + effectiveDays), withPercentage(1e-7));
    }

    @Test
    void secondShockTakesItsShareOfTheTrustThatIsLeft() {
        PopulationSpec twice = population(
                "IN",
                0,
                WEEKLY_100K,
                0,
                "UTC",
                new PopulationEvent.TrustShock(START.plus(Duration.ofDays(100)), 0.2),
                new PopulationEvent.TrustShock(START.plus(Duration.ofDays(220)), 0.2));
        InstalledBase base = InstalledBase.of(twice, days(400));

        double rate = 100_000 / 7.0;
        double gap = 1 - (1 - 0.2 * Math.exp(-1)) * 0.8;
        double lostBefore = 0.2 * 120 * (1 - Math.exp(-1));
        double lostAfter = gap * 120 * (1 - Math.exp(-0.5));
        assertThat(base.devices(280 * DAY)).isCloseTo(rate * (280 - lostBefore - lostAfter), withPercentage(1e-6));
    }

    @Test
    void blockedDevicesLeaveFasterWhileTheBlockLasts() {
        var block = new PopulationEvent.ServiceBlock(
                START.plus(Duration.ofDays(100)), START.plus(Duration.ofDays(200)), 0.5);
        PopulationSpec blocked = population("RU", 1e6, NONE, 0.1, "UTC", block);
        InstalledBase base = InstalledBase.of(blocked, days(400));

        double left = Math.pow(0.9, 300 / 365.25) * Math.pow(0.5, 100 / 365.25);
        assertThat(base.devices(300 * DAY)).isCloseTo(1e6 * left, withPercentage(1e-9));
        assertThat(base.kept(0, 300 * DAY)).isCloseTo(left, withPercentage(1e-10));

        double k = -Math.log(0.9) / 365.25 - Math.log(0.5) / 365.25;
        double deviceDays = 1e6 * Math.pow(0.9, 100 / 365.25) * (1 - Math.exp(-100 * k)) / k;
        assertThat(Reactions.of(blocked, days(400)).blockedDeviceDays()).isCloseTo(deviceDays, withPercentage(1e-9));
    }

    @Test
    void reactionsAreToldApartByTheirCause() {
        var stop = new PopulationEvent.SalesStop(START.plus(Duration.ofDays(50)), START.plus(Duration.ofDays(64)));
        var advisory = new PopulationEvent.Advisory(START.plus(Duration.ofDays(150)), 175_000, 3, 1, 0.0006, 0);
        PopulationSpec people = population("IN", 1e6, WEEKLY_100K, 0, "UTC", stop, advisory);
        Reactions reactions = Reactions.of(people, days(400));

        assertThat(reactions.lostTo(stop)).isCloseTo(200_000, within(1e-3));
        assertThat(reactions.lostTo(advisory)).isCloseTo(420, within(1e-6));
        assertThat(reactions.lostDevices()).isCloseTo(200_420, within(1e-3));
        assertThat(reactions.blockedDeviceDays()).isZero();
    }

    private static PopulationSpec reacting(PopulationSpec people, PopulationSpec.Trust trust) {
        return new PopulationSpec(
                people.name(),
                people.country(),
                people.launch(),
                people.devices(),
                people.growth(),
                people.churnPerYear(),
                people.access(),
                people.uses(),
                people.centres(),
                people.attributes(),
                trust,
                people.events());
    }
}
