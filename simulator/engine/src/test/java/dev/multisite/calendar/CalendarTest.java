package dev.multisite.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.multisite.calendar.CalendarScenarios.Site;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.ArchitectureSpec.Start;
import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.NetworkSpec.PathEffect;
import dev.multisite.scenario.NetworkSpec.PathRef;
import dev.multisite.scenario.NetworkSpec.Risk;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.world.SiteCapacity.HostSpan;

import static dev.multisite.calendar.CalendarScenarios.HOUR;
import static dev.multisite.calendar.CalendarScenarios.START;
import static dev.multisite.calendar.CalendarScenarios.architecture;
import static dev.multisite.calendar.CalendarScenarios.exponential;
import static dev.multisite.calendar.CalendarScenarios.phase;
import static dev.multisite.calendar.CalendarScenarios.run;
import static dev.multisite.calendar.CalendarScenarios.scenario;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

class CalendarTest {

    private static final double DAY = 24 * HOUR;

    private static Site flaky(String name) {
        return new Site(name)
                .hosts(5)
                .outages(exponential(100, 5))
                .hostFailures(exponential(300, 20))
                .risks("grid");
    }

    private static Risk grid(boolean perSite) {
        return new Risk("grid", List.of(new PathRef("IN", "a")), exponential(200, 10), perSite, new PathEffect.Down());
    }

    @Test
    void siteWithoutFailuresIsOneSpanThatIsUpAllTheTime() {
        CalendarResult result = run(scenario(100, List.of(), new Site("a").hosts(3)), 0);

        SiteHistory site = result.sites().get(0);
        assertThat(site.capacity().outages().size()).isZero();
        assertThat(site.capacity().hosts()).hasSize(1);
        HostSpan span = site.capacity().hosts().get(0);
        assertThat(span.cores()).isEqualTo(12);
        assertThat(span.up().from(0)).isZero();
        assertThat(span.up().until(0)).isInfinite();
        assertThat(site.availability()).isEqualTo(1);
        assertThat(site.coreSeconds()).isEqualTo(12 * 100 * HOUR);
        assertThat(result.phaseStartSeconds()).containsExactly(0.0);
    }

    @Test
    void workingHostsOfTheInfrastructureAgreeWithTheIntervals() {
        for (boolean perSite : new boolean[] {false, true}) {
            CalendarResult result = run(scenario(5000, List.of(grid(perSite)), flaky("a"), flaky("b")), 3);
            for (SiteHistory site : result.sites()) {
                for (double at = 0.5; at < 5000 * HOUR; at += 1.37 * HOUR) {
                    double now = at;
                    int up = site.capacity().hosts().stream()
                            .filter(span -> span.up().contains(now))
                            .mapToInt(HostSpan::cores)
                            .sum();
                    int expected = site.capacity().outages().contains(now) ? 0 : up / 4;
                    assertThat(site.hostsWorking().at(now)).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void outagesOfASiteDependOnNothingButItself() {
        Risk grid = grid(true);
        CalendarResult alone = run(scenario(5000, List.of(grid), flaky("b")), 7);
        CalendarResult together = run(scenario(5000, List.of(grid), flaky("b"), flaky("a"), flaky("c")), 7);

        assertThat(together.capacities().get(1)).isEqualTo(alone.capacities().get(0));
        assertThat(together.capacities().get(0).outages())
                .isNotEqualTo(alone.capacities().get(0).outages());
    }

    @Test
    void parallelRunsGiveTheSameResult() {
        Scenario scenario = scenario(1500, List.of(grid(false)), flaky("a"), flaky("b"));
        List<String> parallel = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> describe(run(scenario, i % 2, CalendarTest::steady)))
                .toList();

        for (int i = 0; i < 8; i++) {
            assertThat(parallel.get(i)).isEqualTo(describe(run(scenario, i % 2, CalendarTest::steady)));
        }
        assertThat(parallel.get(0)).isNotEqualTo(parallel.get(1));
    }

    private static String describe(CalendarResult result) {
        return result.events() + " " + result.capacities() + " " + result.pathDisturbances()
                + result.sites().stream().map(SiteHistory::energyKwh).toList();
    }

    private static void steady(double from, double until, int phase, boolean[] up, double[] cores) {
        for (int i = 0; i < cores.length; i++) {
            cores[i] = up[i] ? 5 : 0;
        }
    }

    @Test
    void commonRiskTakesSitesAndPathsDownUntilItsRepair() {
        CalendarResult result =
                run(scenario(5000, List.of(grid(false)), new Site("a").risks("grid"), new Site("b").risks("grid")), 1);

        assertThat(result.capacities().get(0).outages().size()).isGreaterThan(10);
        assertThat(result.capacities().get(0).outages())
                .isEqualTo(result.capacities().get(1).outages());
        assertThat(requireNonNull(result.pathDisturbances().get("grid")).get(0))
                .isEqualTo(result.capacities().get(0).outages());
    }

    @Test
    void siteThatOpensLateIsNotThereBefore() {
        Site late = new Site("late")
                .hosts(3)
                .opens(START.plus(Duration.ofHours(50)), new DistributionSpec.Constant(10 * HOUR));
        ArchitectureSpec spec = architecture(
                phase(new Start.Begin(), List.of("a")), phase(new Start.WhenOpens("late"), List.of("a", "late")));
        CalendarResult result = run(scenario(100, List.of(), Map.of("a", spec), new Site("a"), late), 0);

        SiteHistory site = result.sites().get(1);
        assertThat(site.openingSeconds()).isEqualTo(60 * HOUR);
        assertThat(result.phaseStartSeconds()).containsExactly(0.0, 60 * HOUR);
        assertThat(site.capacity().outages().from(0)).isZero();
        assertThat(site.capacity().outages().until(0)).isEqualTo(60 * HOUR);
        assertThat(site.capacity().refuses()).containsExactly(true);
        assertThat(site.hostsPresent().integral(0, 100 * HOUR)).isEqualTo(3 * 40 * HOUR);
        assertThat(site.availability()).isEqualTo(1);
        assertThat(site.energyKwh()).isCloseTo(3 * 40 * 0.1 * 1.5, withPercentage(1e-9));
    }

    @Test
    void phaseOfASiteThatDoesNotOpenNeverBegins() {
        Site late = new Site("late").opens(START.plus(Duration.ofHours(90)), new DistributionSpec.Constant(10 * HOUR));
        ArchitectureSpec spec = architecture(
                phase(new Start.Begin(), List.of("a")), phase(new Start.WhenOpens("late"), List.of("late")));
        CalendarResult result = run(scenario(100, List.of(), Map.of("a", spec), new Site("a"), late), 0);

        assertThat(result.phaseStartSeconds().get(1)).isInfinite();
        assertThat(result.sites().get(1).openingSeconds()).isInfinite();
        assertThat(result.sites().get(1).availability()).isNaN();
        assertThat(result.sites().get(1).hostsPresent().integral(0, 100 * HOUR)).isZero();
    }

    @Test
    void maintenanceClosesTheSiteAtItsLocalTime() {
        var window = new SiteSpec.Maintenance(
                EnumSet.allOf(DayOfWeek.class), LocalTime.of(2, 0), Duration.ofHours(2), ZoneId.of("Asia/Shanghai"));
        CalendarResult result = run(scenario(72, List.of(), new Site("a").maintenance(window)), 0);

        SiteHistory site = result.sites().get(0);
        assertThat(site.capacity().closures().size()).isEqualTo(3);
        assertThat(site.capacity().closures().from(0)).isEqualTo(18 * HOUR);
        assertThat(site.capacity().closures().until(0)).isEqualTo(20 * HOUR);
        assertThat(site.capacity().outages().size()).isZero();
        assertThat(site.availability()).isCloseTo(1 - 2.0 / 24, within(1e-12));
        assertThat(site.hostsWorking().at(19 * HOUR)).isZero();
        assertThat(site.hostsPresent().at(19 * HOUR)).isEqualTo(2);
    }

    @Test
    void energyIsIdlePlusDynamicPowerTimesPue() {
        // Two hosts of 4 cores, 2 cores busy: 25 % of 200 W above 100 W idle, PUE 1.5, 0.5 kg/kWh.
        OfferedLoad load = (from, until, phase, up, cores) -> cores[0] = up[0] ? 2 : 0;
        SiteHistory site =
                run(scenario(100, List.of(), new Site("a")), 0, load).sites().get(0);

        assertThat(site.energyKwh()).isCloseTo(2 * 0.150 * 100 * 1.5, withPercentage(1e-9));
        assertThat(site.carbonKg()).isCloseTo(22.5, withPercentage(1e-9));
        assertThat(site.utilisation().at(50 * HOUR)).isEqualTo(0.25);
    }

    @Test
    void siteThatIsDownDrawsNoPower() {
        var outage = new FailureSpec.Renewal(
                new DistributionSpec.Constant(10 * HOUR),
                new DistributionSpec.Constant(30 * HOUR),
                FailureSpec.Symptom.REFUSED);
        SiteHistory site = run(scenario(60, List.of(), new Site("a").outages(outage)), 0)
                .sites()
                .get(0);

        assertThat(site.capacity().outages().from(0)).isEqualTo(10 * HOUR);
        assertThat(site.capacity().outages().until(0)).isEqualTo(40 * HOUR);
        assertThat(site.capacity().refuses()).containsExactly(true, true);
        assertThat(site.energyKwh()).isCloseTo(2 * 0.1 * (10 + 10) * 1.5, withPercentage(1e-9));
        assertThat(site.availability()).isCloseTo(20.0 / 60, within(1e-12));
    }

    @Test
    void autoscalerFollowsTheLoadAfterItsDelay() {
        // 4 cores a host at 50 %: 10 busy cores need 5 hosts.
        OfferedLoad step = (from, until, phase, up, cores) -> cores[0] = from >= DAY && from < 2 * DAY ? 10 : 0;
        Site scaled = new Site("a").autoscale(2, 8, 0.5, Duration.ofMinutes(5));
        SiteHistory site = run(scenario(72, List.of(), scaled), 0, step).sites().get(0);

        assertThat(site.hostsPresent().at(0)).isEqualTo(2);
        assertThat(site.hostsPresent().at(DAY + 299)).isEqualTo(2);
        assertThat(site.hostsPresent().at(DAY + 300)).isEqualTo(5);
        assertThat(site.hostsPresent().at(2 * DAY + 2699))
                .as("surplus at three looks only")
                .isEqualTo(5);
        assertThat(site.hostsPresent().at(2 * DAY + 2700)).isEqualTo(2);
        List<HostSpan> spans = site.capacity().hosts();
        assertThat(spans).hasSize(2);
        assertThat(spans.get(1).cores()).isEqualTo(12);
        assertThat(spans.get(1).endsGracefully()).containsExactly(true);
    }

    @Test
    void autoscalerStaysWithinItsLimitsAndStartsAtTheLoad() {
        OfferedLoad high = (from, until, phase, up, cores) -> cores[0] = 1000;
        Site scaled = new Site("a").autoscale(2, 8, 0.5, Duration.ofMinutes(5));
        SiteHistory site = run(scenario(10, List.of(), scaled), 0, high).sites().get(0);

        assertThat(site.hostsPresent().at(0)).isEqualTo(8);
        assertThat(site.hostsPresent().steps()).isEqualTo(1);
        assertThat(site.utilisation().at(HOUR)).isEqualTo(1);
    }

    @Test
    void autoscalerReplacesFailedHosts() {
        OfferedLoad load = (from, until, phase, up, cores) -> cores[0] = 8;
        Site scaled = new Site("a").autoscale(1, 20, 0.5, Duration.ofMinutes(5)).hostFailures(exponential(200, 100));
        SiteHistory site =
                run(scenario(2000, List.of(), scaled), 0, load).sites().get(0);

        double short1 = 0;
        for (int i = 0; i < site.hostsWorking().steps(); i++) {
            double until =
                    i + 1 < site.hostsWorking().steps() ? site.hostsWorking().fromSeconds(i + 1) : 2000 * HOUR;
            short1 += site.hostsWorking().value(i) < 4
                    ? until - site.hostsWorking().fromSeconds(i)
                    : 0;
        }
        // Four hosts fail once in 50 h on average; each is missed for at most a look and the delay, 20 min in all.
        assertThat(short1 / (2000 * HOUR)).isLessThan(0.02);
    }

    @Test
    void eventsAreInOrderOfTimeAndNameWhatHappened() {
        CalendarResult result = run(scenario(2000, List.of(grid(false)), flaky("a")), 0);

        assertThat(result.events()).isSortedAccordingTo((x, y) -> Double.compare(x.timeSeconds(), y.timeSeconds()));
        assertThat(result.events().stream().map(CalendarEvent::kind))
                .contains("phase", "outage", "repair", "host-failure", "host-repair", "risk", "risk-end");
    }
}
