package dev.multisite.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.multisite.scenario.GrowthSpec;
import dev.multisite.scenario.Period;
import dev.multisite.scenario.PopulationEvent;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.ProfileSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.units.Rate;

import static dev.multisite.demand.DemandScenarios.START;
import static dev.multisite.demand.DemandScenarios.centre;
import static dev.multisite.demand.DemandScenarios.days;
import static dev.multisite.demand.DemandScenarios.population;
import static dev.multisite.demand.DemandScenarios.scenario;
import static dev.multisite.demand.DemandScenarios.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

class DemandModelTest {

    private static final double HOUR = 3600;
    private static final double DAY = 86_400;
    private static final GrowthSpec NONE = new GrowthSpec.None();
    private static final ProfileSpec FLAT = new ProfileSpec.Flat();
    private static final ProfileSpec EVENING = new ProfileSpec.Hourly(
            "",
            List.of(2., 1., 1., 1., 1., 2., 3., 4., 5., 5., 5., 5., 6., 6., 6., 6., 6., 7., 8., 9., 10., 9., 6., 4.));

    @Test
    void requestsOfAGrowingBaseAreExact() {
        GrowthSpec growth = new GrowthSpec.Linear(Rate.per(100_000, Duration.ofDays(7)));
        DemandModel demand = DemandModel.of(
                scenario(days(365), service(60, FLAT, 1), population("IN", 0, growth, 0, "Asia/Kolkata")));

        assertThat(demand.expectedRequestsUntil(365 * DAY)).isCloseTo(57096428571.4286, withPercentage(1e-10));
        assertThat(demand.expectedRequests("IN", 0, 365 * DAY)).isCloseTo(57096428571.4286, withPercentage(1e-10));
    }

    @Test
    void hourlyWeightsAreStepsScaledToTheMeanRate() {
        // Case F02: mean 700 requests an hour, weight 10 of a mean 4.9167 in the hour from 20:00.
        Scenario scenario = scenario(days(7), service(16_800, EVENING, 1), population("U", 1, NONE, 0, "UTC"));
        DemandModel demand = DemandModel.of(scenario);

        assertThat(demand.expectedRequests(0, 0, DAY)).isCloseTo(16_800, withPercentage(1e-12));
        double[] rates = new double[1];
        demand.rates(demand.cellAt(20.5 * HOUR), rates);
        assertThat(rates[0] * HOUR * 0.1).isCloseTo(142.372881355932, withPercentage(1e-10));
        assertThat(demand.cells())
                .as("hours of a week in a zone of whole hours")
                .isEqualTo(7 * 24);
    }

    @Test
    void weekendWeightKeepsTheMeanOfTheWeek() {
        // 2014-09-01 was a Monday.
        Scenario scenario = scenario(days(7), service(70, EVENING, 3), population("U", 1, NONE, 0, "UTC"));
        DemandModel demand = DemandModel.of(scenario);

        double weekday = demand.expectedRequests(0, 0, DAY);
        double saturday = demand.expectedRequests(0, 5 * DAY, 6 * DAY);
        assertThat(demand.expectedRequestsUntil(7 * DAY)).isCloseTo(490, withPercentage(1e-12));
        assertThat(saturday / weekday).isCloseTo(3, within(1e-12));
        assertThat(demand.expectedRequests(0, 4 * DAY, 5 * DAY)).isCloseTo(weekday, within(1e-9));
        assertThat(demand.expectedRequests(0, 6 * DAY, 7 * DAY)).isCloseTo(saturday, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        // Peak hour 20:00 to 21:00 local time, before and after each change of the clocks.
        "Europe/Berlin, 2015-03-28T19:00:00Z, 2015-03-29T18:00:00Z",
        "Europe/Berlin, 2015-10-24T18:00:00Z, 2015-10-25T19:00:00Z",
        "America/Mexico_City, 2015-04-05T02:00:00Z, 2015-04-06T01:00:00Z",
        "Asia/Kolkata, 2015-03-28T14:30:00Z, 2015-03-29T14:30:00Z",
        "Asia/Kathmandu, 2015-03-28T14:15:00Z, 2015-03-29T14:15:00Z"
    })
    void peakFollowsTheLocalClock(String zone, Instant before, Instant after) {
        Period period = new Period(Instant.parse("2015-03-01T00:00:00Z"), Instant.parse("2015-11-01T00:00:00Z"));
        PopulationSpec people = population("U", period.from(), 1, NONE, 0, List.of(centre(zone, 1)));
        DemandModel demand = DemandModel.of(scenario(period, service(240, EVENING, 1), people));

        double peak = 240.0 / 24 * 10 / (118.0 / 24);
        for (Instant start : List.of(before, after)) {
            double from = period.toSeconds(start);
            assertThat(demand.expectedRequests(0, from, from + HOUR)).isCloseTo(peak, within(1e-9));
            assertThat(demand.cellStart(demand.cellAt(from))).isEqualTo(from);
            assertThat(demand.expectedRequests(0, from - HOUR, from)).isCloseTo(peak * 0.9, within(1e-9));
        }
    }

    @Test
    void smoothProfileIsIntegratedExactly() {
        // Case R20: closed 02:00-04:00 Beijing time; users in India; r (1 + 0.8 sin(2 pi (h - 8) / 24)).
        ProfileSpec sine = new ProfileSpec.Sine(0.8, 14);
        for (var row : List.of(
                List.of("Asia/Shanghai", 0.0196713560965752),
                List.of("Asia/Kolkata", 0.0224425318168216),
                List.of("UTC-06:00", 0.146995310570091),
                List.of("UTC+03:00", 0.050379469017821))) {
            PopulationSpec people = population("U", 1000, NONE, 0, (String) row.get(0));
            DemandModel demand = DemandModel.of(scenario(days(2), service(24, sine, 1), people));
            double lost = demand.expectedRequests(0, 18 * HOUR, 20 * HOUR);
            assertThat(lost / demand.expectedRequests(0, 0, DAY)).isCloseTo((double) row.get(1), withPercentage(1e-8));
        }
    }

    @Test
    void productOfGrowthAndSmoothProfileIsExactWithinACell() {
        GrowthSpec growth = new GrowthSpec.Linear(new Rate(1));
        ProfileSpec sine = new ProfileSpec.Sine(0.8, 14);
        DemandModel demand =
                DemandModel.of(scenario(days(2), service(86_400, sine, 1), population("U", 0, growth, 0, "UTC")));

        // Integral of t (1 + 0.8 cos(w t - phi)) from 0 to x, one request per device and second.
        double w = 2 * Math.PI / DAY;
        double phi = 2 * Math.PI * 14 / 24;
        double x = 5 * HOUR;
        double closedForm =
                x * x / 2 + 0.8 * (x * Math.sin(w * x - phi) / w + (Math.cos(w * x - phi) - Math.cos(phi)) / (w * w));
        assertThat(demand.expectedRequests(0, 0, x)).isCloseTo(closedForm, withPercentage(1e-7));
    }

    @Test
    void surgeMultipliesDemandForItsTime() {
        var surge = new PopulationEvent.DemandSurge(START.plusSeconds(7200), START.plusSeconds(9000), 5);
        DemandModel demand =
                DemandModel.of(scenario(days(1), service(86_400, FLAT, 1), population("U", 1, NONE, 0, "UTC", surge)));

        assertThat(demand.cells()).isEqualTo(3);
        assertThat(demand.expectedRequests(0, 7200, 9000)).isCloseTo(9000, within(1e-9));
        assertThat(demand.expectedRequests(0, 0, DAY)).isCloseTo(86_400 + 4 * 1800, within(1e-6));
    }

    @Test
    void blockLeavesDemandAndIsReported() {
        var block = new PopulationEvent.ServiceBlock(START.plusSeconds(100), START.plusSeconds(200));
        DemandModel demand =
                DemandModel.of(scenario(days(1), service(86_400, FLAT, 1), population("U", 1, NONE, 0, "UTC", block)));

        assertThat(demand.expectedRequests(0, 0, DAY)).isCloseTo(86_400, within(1e-6));
        assertThat(demand.blocks("U").from(0)).isEqualTo(100);
        assertThat(demand.blocks("U").until(0)).isEqualTo(200);
    }

    @Test
    void timeOfExpectedRequestsInvertsTheCumulativeDemand() {
        GrowthSpec growth = new GrowthSpec.Exponential(2);
        PopulationSpec people = population(
                "U",
                START.plusSeconds(86_400),
                1000,
                growth,
                0.1,
                List.of(centre("Asia/Kolkata", 0.5), centre("Europe/Berlin", 0.5)));
        DemandModel demand = DemandModel.of(scenario(days(20), service(60, EVENING, 1.3), people));

        double all = demand.expectedRequestsUntil(20 * DAY);
        for (double share = 0.01; share < 1; share += 0.07) {
            double time = demand.timeOfExpectedRequests(share * all);
            assertThat(demand.expectedRequestsUntil(time)).isCloseTo(share * all, withPercentage(1e-10));
        }
        assertThat(demand.timeOfExpectedRequests(0)).isZero();
        assertThat(demand.timeOfExpectedRequests(all)).isLessThanOrEqualTo(20 * DAY);
        assertThatIllegalArgumentException().isThrownBy(() -> demand.timeOfExpectedRequests(all * 1.01));
    }

    @Test
    void classesSplitAPopulationByZoneAndAddUp() {
        PopulationSpec people = population(
                "US",
                START,
                1000,
                NONE,
                0,
                List.of(
                        centre("America/New_York", 0.5),
                        centre("America/Los_Angeles", 0.2),
                        centre("America/New_York", 0.3)));
        DemandModel demand = DemandModel.of(scenario(days(7), service(60, EVENING, 1), people));

        assertThat(demand.demandClasses()).hasSize(2);
        DemandClass east = demand.demandClasses().get(1);
        assertThat(east.zone().getId()).isEqualTo("America/New_York");
        assertThat(east.weight()).isCloseTo(0.8, within(1e-12));
        assertThat(east.share(east.centres().get(0))).isCloseTo(0.625, within(1e-12));
        assertThat(demand.expectedRequests(1, 0, 7 * DAY)).isCloseTo(0.8 * 1000 * 60 * 7, within(1e-6));
        double[] rates = new double[2];
        for (int cell = 0; cell < demand.cells(); cell++) {
            demand.rates(cell, rates);
            assertThat(rates[0] + rates[1]).isCloseTo(demand.totalRate(cell), withPercentage(1e-12));
        }
    }

    @Test
    void constantDemandNeedsOneCell() {
        DemandModel demand =
                DemandModel.of(scenario(days(700), service(60, FLAT, 1), population("U", 10, NONE, 0, "Asia/Kolkata")));

        assertThat(demand.cells()).isEqualTo(1);
        assertThat(demand.totalRate(0)).isCloseTo(600 / DAY, withPercentage(1e-12));
    }

    @Test
    void deviceYearsAndMeansFollowTheBase() {
        GrowthSpec growth = new GrowthSpec.Linear(new Rate(1));
        DemandModel demand =
                DemandModel.of(scenario(days(10), service(60, FLAT, 1), population("U", 0, growth, 0, "UTC")));

        assertThat(demand.meanDevices("U", DAY, 3 * DAY)).isCloseTo(2 * DAY, within(1e-6));
        assertThat(demand.deviceYears("U", 0, 10 * DAY)).isCloseTo(50 * DAY * DAY / (365.25 * DAY), within(1e-6));
        assertThatIllegalArgumentException().isThrownBy(() -> demand.devices("V", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> demand.devices("U", 11 * DAY));
    }
}
