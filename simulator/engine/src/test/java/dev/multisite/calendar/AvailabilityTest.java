package dev.multisite.calendar;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.multisite.calendar.CalendarScenarios.Site;
import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.NetworkSpec.PathEffect;
import dev.multisite.scenario.NetworkSpec.PathRef;
import dev.multisite.scenario.NetworkSpec.Risk;
import dev.multisite.scenario.Scenario;
import dev.multisite.world.Intervals;

import static dev.multisite.calendar.CalendarScenarios.HOUR;
import static dev.multisite.calendar.CalendarScenarios.exponential;
import static dev.multisite.calendar.CalendarScenarios.run;
import static dev.multisite.calendar.CalendarScenarios.scenario;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every failure model against its closed form. The tests compare a mean of independent replications with the exact value
 * and allow 4.5 standard errors, so each raises a false alarm with probability below 1e-5 (normal) for the seed chosen;
 * they also demand that the standard error is small enough for a wrong model to be noticed.
 */
class AvailabilityTest {

    private static final double YEAR = 8760;
    private static final double LONG = 1e6;

    private static List<CalendarResult> runs(Scenario scenario, int replications) {
        return IntStream.range(0, replications)
                .parallel()
                .mapToObj(i -> run(scenario, i))
                .toList();
    }

    private record Estimate(double mean, double standardError) {

        static Estimate of(List<CalendarResult> runs, ToDoubleFunction<CalendarResult> figure) {
            double[] values = runs.stream().mapToDouble(figure).toArray();
            int n = values.length;
            double mean = Arrays.stream(values).average().orElseThrow();
            double squares =
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
            return new Estimate(mean, Math.sqrt(squares / (n - 1) / n));
        }

        void agreesWith(double exact, double relativeStandardError) {
            assertThat(standardError / exact).as("precision").isLessThan(relativeStandardError);
            assertThat(Math.abs(mean - exact) / standardError)
                    .as("standard errors between %s and %s", mean, exact)
                    .isLessThan(4.5);
        }
    }

    private static Intervals down(CalendarResult result, int site) {
        return result.capacities().get(site).outages();
    }

    private static double downHours(CalendarResult result, int site, double hours) {
        return down(result, site).coveredSeconds(0, hours * HOUR) / HOUR;
    }

    /** Share of the time in which fewer than {@code needed} sites are up. */
    private static double shareBelow(CalendarResult result, int needed) {
        double[] times = result.capacities().stream()
                .flatMapToDouble(site -> IntStream.range(0, site.outages().size())
                        .boxed()
                        .flatMap(i ->
                                List.of(site.outages().from(i), site.outages().until(i)).stream())
                        .mapToDouble(t -> Math.min(LONG * HOUR, t)))
                .sorted()
                .toArray();
        double sum = 0;
        for (int i = 0; i + 1 < times.length; i++) {
            double middle = (times[i] + times[i + 1]) / 2;
            long up = result.capacities().stream()
                    .filter(site -> !site.outages().contains(middle))
                    .count();
            sum += up < needed ? times[i + 1] - times[i] : 0;
        }
        return sum / (LONG * HOUR);
    }

    private static Site site(String name, double upHours, double downHours) {
        return new Site(name).hosts(1).outages(exponential(upHours, downHours));
    }

    @Test
    void exponentialOutagesOfOneYear() { // R01
        Scenario scenario = scenario(YEAR, List.of(), site("a", 1000, 4));

        List<CalendarResult> runs = runs(scenario, 1500);
        Estimate.of(runs, r -> downHours(r, 0, YEAR)).agreesWith(34.8845256424501, 0.014);
        Estimate.of(runs, r -> down(r, 0).size()).agreesWith(8.72511547435755, 0.01);
        Estimate.of(runs, r -> downHours(r, 0, YEAR) > 43.8 ? 1 : 0).agreesWith(0.268093010934317, 0.05);
    }

    @Test
    void repairsOfConstantLength() { // R02
        var failures = new FailureSpec.Renewal(
                new DistributionSpec.Exponential(1000 * HOUR),
                new DistributionSpec.Constant(4 * HOUR),
                FailureSpec.Symptom.HANGS);
        Scenario scenario = scenario(YEAR, List.of(), new Site("a").hosts(1).outages(failures));

        List<CalendarResult> runs = runs(scenario, 1500);
        Estimate.of(runs, r -> downHours(r, 0, YEAR) > 43.8 ? 1 : 0).agreesWith(0.260938975838091, 0.05);
    }

    @Test
    void monthlyCredit() { // R03
        Scenario scenario = scenario(730, List.of(), site("a", 2190, 2));

        List<CalendarResult> runs = runs(scenario, 3000);
        Estimate.of(runs, r -> {
                    double availability = 1 - downHours(r, 0, 730) / 730;
                    return availability < 0.95 ? 100 : availability < 0.99 ? 25 : availability < 0.9995 ? 10 : 0;
                })
                .agreesWith(2.61468971531891, 0.04);
    }

    @Test
    void weibullUpTimesAndLognormalRepairsFromNew() { // R19
        var failures = new FailureSpec.Renewal(
                new DistributionSpec.Weibull(2, 1128.3791670955125 * HOUR),
                DistributionSpec.Lognormal.ofMeanAndCv(4 * HOUR, 2),
                FailureSpec.Symptom.HANGS);
        Scenario scenario = scenario(YEAR, List.of(), new Site("a").hosts(1).outages(failures));

        List<CalendarResult> runs = runs(scenario, 1500);
        Estimate.of(runs, r -> down(r, 0).size()).agreesWith(8.364648748, 0.006);
        Estimate.of(runs, r -> downHours(r, 0, YEAR)).agreesWith(33.4188, 0.025);
    }

    @Test
    void twoOutOfThreeSites() { // R04
        Scenario scenario = scenario(LONG, List.of(), site("a", 990, 10), site("b", 990, 10), site("c", 990, 10));

        List<CalendarResult> runs = runs(scenario, 12);
        Estimate.of(runs, r -> shareBelow(r, 2)).agreesWith(0.000298, 0.07);
    }

    @Test
    void oneOutOfTwoSites() { // R07
        Scenario scenario = scenario(LONG, List.of(), site("a", 990, 10), site("b", 990, 10));

        List<CalendarResult> runs = runs(scenario, 12);
        Estimate.of(runs, r -> shareBelow(r, 1)).agreesWith(0.0001, 0.12);
    }

    private static Risk risk(boolean perSite) {
        return new Risk(
                "shared", List.of(new PathRef("IN", "a")), exponential(10_000, 4), perSite, new PathEffect.Down());
    }

    @Test
    void simultaneousShocksWithIndependentRepair() { // R14
        Scenario scenario = scenario(
                LONG,
                List.of(risk(true)),
                site("a", 1000 / 0.9, 4).risks("shared"),
                site("b", 1000 / 0.9, 4).risks("shared"));

        List<CalendarResult> runs = runs(scenario, 12);
        Estimate.of(runs, r -> shareBelow(r, 1)).agreesWith(0.000213531210880725, 0.06);
        Estimate.of(runs, r -> downHours(r, 0, LONG) / LONG).agreesWith(1 - 0.99601593625498, 0.02);
    }

    @Test
    void sharedDependencyInSeries() { // R15
        Scenario scenario = scenario(
                LONG,
                List.of(risk(false)),
                site("a", 1000 / 0.9, 4).risks("shared"),
                site("b", 1000 / 0.9, 4).risks("shared"));

        List<CalendarResult> runs = runs(scenario, 12);
        Estimate.of(runs, r -> shareBelow(r, 1)).agreesWith(0.000412702108633537, 0.06);
    }

    @Test
    void pathsAreAsAvailableAsTheirRisk() {
        for (boolean perSite : new boolean[] {false, true}) {
            Scenario scenario = scenario(LONG, List.of(risk(perSite)), site("a", 1000, 4));

            List<CalendarResult> runs = runs(scenario, 12);
            Estimate.of(
                            runs,
                            r -> requireNonNull(r.pathDisturbances().get("shared"))
                                            .get(0)
                                            .coveredSeconds(0, LONG * HOUR)
                                    / (LONG * HOUR))
                    .agreesWith(4 / 10_004.0, 0.08);
        }
    }

    @Test
    void hostsFailIndependently() {
        Site site = new Site("a").hosts(10).hostFailures(exponential(90, 10));
        Scenario scenario = scenario(20_000, List.of(), site);
        double steady = 10 * 0.9;
        // Up and new at time 0: the mean exceeds the steady state by 10 * 0.1 * 9 h for the transient of 9 h.
        double expected = steady + 10 * 0.1 * 9 / 20_000;

        List<CalendarResult> runs = runs(scenario, 8);
        Estimate.of(runs, r -> r.sites().get(0).hostsWorking().mean(0, 20_000 * HOUR))
                .agreesWith(expected, 0.002);
        Estimate.of(runs, r -> r.sites().get(0).coreSeconds() / HOUR / 20_000 / 4)
                .agreesWith(expected, 0.002);
    }
}
