package dev.multisite.simulation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.demand.DemandModel;
import dev.multisite.network.NetworkModel;
import dev.multisite.random.RandomStreams;
import dev.multisite.scenario.ArchitectureSpec.Policy;
import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.DistributionSpec.Exponential;
import dev.multisite.scenario.DistributionSpec.Lognormal;
import dev.multisite.scenario.FailureSpec.Symptom;
import dev.multisite.scenario.Scenario;
import dev.multisite.simulation.ReplicationResult.Check;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each closed form holds for a sound run and fails when the simulation did something else than the form was told. A sound
 * run is flagged with the probabilities that the checks state.
 */
class ChecksTest {

    private static final double DAY = 86_400;
    private static final String LITTLE = "busy cores of site by Little's law";
    private static final String DEMAND = "busy cores of site by demand";
    private static final String NETWORK = "time on the network of users";
    private static final String DOWN = "share of time in which site is down";

    private static Scenario steady(double rate, double serviceSeconds, double rttSeconds) {
        return new TestScenario(DAY)
                .rate(rate)
                .service(Lognormal.ofMeanAndCv(serviceSeconds, 1))
                .population("users", "DE", 1)
                .site("site", "DE", 4)
                .path("users", "site", Lognormal.ofMedianAndP95(rttSeconds, 1.5 * rttSeconds))
                .architecture("one", Policy.LISTED, "site")
                .build();
    }

    private static Scenario failing(DistributionSpec repair) {
        return new TestScenario(40 * DAY)
                .rate(0.01)
                .service(new Exponential(0.2))
                .population("users", "DE", 1)
                .site("site", "DE", 4, TestScenario.outages(DAY / 2, repair, Symptom.REFUSED), 100)
                .architecture("one", Policy.LISTED, "site")
                .build();
    }

    private static ArchitectureModel model(Scenario scenario) {
        DemandModel demand = DemandModel.of(scenario);
        NetworkModel network = NetworkModel.of(scenario.network(), Catalogue.standard(), 2024);
        return ArchitectureModel.of(
                scenario,
                "one",
                demand,
                SourceCatalogue.of(scenario, demand),
                new NetworkPaths(network, scenario.network()));
    }

    /** Returns the checks of a run of {@code simulated} by the closed forms for {@code told}. */
    private static Map<String, Check> checks(Scenario simulated, Scenario told) throws InterruptedException {
        Replication run = Replication.prepare(model(simulated), new RandomStreams(7, 0));
        Measurement measurement = EveryRequest.measure(run, ReplicationSimulator.Progress.NONE);
        Replication judged = new Replication(
                model(told), run.streams(), run.calendar(), run.timeline(), run.routing(), run.world(), run.slots());
        DemandAccount account = DemandAccount.of(judged, new double[] {0});
        List<Check> checks =
                new Checks(judged, measurement, new TotalsCube(judged, measurement.tally(), account), account).all();
        return checks.stream().collect(Collectors.toMap(Check::name, Function.identity()));
    }

    private static void fails(Map<String, Check> checks, String name) {
        assertThat(checks).containsKey(name);
        assertThat(checks.get(name)).as(name).matches(check -> !check.holds());
    }

    @Test
    void allHoldForASoundRun() throws InterruptedException {
        Scenario sound = steady(5, 0.4, 0.05);
        assertThat(checks(sound, sound))
                .containsKeys(LITTLE, DEMAND, NETWORK)
                .allSatisfy((name, check) -> assertThat(check.holds()).as(name).isTrue());

        Scenario failing = failing(new Exponential(1800));
        assertThat(checks(failing, failing))
                .containsKey(DOWN)
                .allSatisfy((name, check) -> assertThat(check.holds()).as(name).isTrue());
    }

    @Test
    void aServiceTimeThatIsThreePercentOffFailsByLittlesLaw() throws InterruptedException {
        Map<String, Check> checks = checks(steady(5, 0.4, 0.05), steady(5, 0.412, 0.05));
        fails(checks, LITTLE);
        fails(checks, DEMAND);
    }

    @Test
    void aDemandThatIsThreePercentOffFailsByDemandAlone() throws InterruptedException {
        Scenario simulated = steady(5, 0.4, 0.05);
        Replication run = Replication.prepare(model(simulated), new RandomStreams(7, 0));
        Measurement measurement = EveryRequest.measure(run, ReplicationSimulator.Progress.NONE);
        Replication more = Replication.prepare(model(steady(5.15, 0.4, 0.05)), new RandomStreams(7, 0));
        DemandAccount account = DemandAccount.of(more, new double[] {0});
        Map<String, Check> checks = new Checks(
                        more, measurement, new TotalsCube(more, measurement.tally(), account), account)
                .all().stream().collect(Collectors.toMap(Check::name, Function.identity()));
        fails(checks, DEMAND);
        fails(checks, "requests started");
        assertThat(checks.get(LITTLE)).matches(Check::holds);
    }

    @Test
    void aRoundTripThatIsATenthOffFails() throws InterruptedException {
        fails(checks(steady(5, 0.04, 0.2), steady(5, 0.04, 0.22)), NETWORK);
    }

    @Test
    void repairsThatTakeFourTimesAsLongAsStatedFail() throws InterruptedException {
        fails(checks(failing(new Exponential(1800)), failing(new Exponential(450))), DOWN);
    }
}
