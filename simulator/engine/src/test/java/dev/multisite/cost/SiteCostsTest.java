package dev.multisite.cost;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.multisite.scenario.Period;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.scenario.SiteSpec.EgressTier;
import dev.multisite.units.Durations;
import dev.multisite.units.Money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SiteCostsTest {

    private static final double YEAR = Durations.SECONDS_PER_YEAR;
    private static final List<EgressTier> TIERS = List.of(
            new EgressTier(10_000, new Money(0.09)),
            new EgressTier(50_000, new Money(0.085)),
            new EgressTier(Double.POSITIVE_INFINITY, new Money(0.07)));
    private static final SiteSpec.Cost PRICES =
            new SiteSpec.Cost(new Money(9e6), Durations.ofSeconds(5 * YEAR), new Money(0.45), TIERS, new Money(0.02));

    @Test
    void capitalIsWrittenOffForTheTimeTheSiteIsOpenAndNeverTwice() {
        SiteCosts twoYears = SiteCosts.of(PRICES, 2 * YEAR, 0, new double[0], 0);
        SiteCosts tenYears = SiteCosts.of(PRICES, 10 * YEAR, 0, new double[0], 0);

        assertThat(twoYears.totalUsd()).isCloseTo(3.6e6, within(1e-6));
        assertThat(tenYears.totalUsd()).isEqualTo(9e6);
    }

    @Test
    void everyTierPricesTheVolumeWithinIt() {
        assertThat(SiteCosts.egressUsd(TIERS, 10_000)).isCloseTo(900, within(1e-9));
        assertThat(SiteCosts.egressUsd(TIERS, 60_000)).isCloseTo(900 + 40_000 * 0.085 + 10_000 * 0.07, within(1e-9));
        assertThat(SiteCosts.egressUsd(List.of(), 60_000)).isZero();
    }

    @Test
    void tiersStartAnewEveryMonth() {
        SiteCosts costs = SiteCosts.of(PRICES, 0, 0, new double[] {10_000, 10_000}, 0);

        assertThat(costs.egressUsd()).isCloseTo(1800, within(1e-9));
    }

    @Test
    void hostsAreBilledByTheHourAndStorageByTheMonth() {
        SiteCosts costs = SiteCosts.of(PRICES, 0, 100 * 3600 * 2, new double[0], 500);

        assertThat(costs.hostsUsd()).isCloseTo(90, within(1e-9));
        assertThat(costs.storageUsd()).isCloseTo(10, within(1e-9));
        assertThat(costs.totalUsd()).isCloseTo(100, within(1e-9));
    }

    @Test
    void monthsAreThoseOfTheCalendar() {
        Period period = new Period(Instant.parse("2016-01-20T12:00:00Z"), Instant.parse("2016-04-01T00:00:00Z"));

        assertThat(SiteCosts.monthStarts(period)).containsExactly(0, 11.5 * 86_400, 40.5 * 86_400);
    }
}
