package dev.multisite.simulation;

import java.util.List;
import java.util.function.Supplier;

import dev.multisite.scenario.ArchitectureSpec.Policy;
import dev.multisite.scenario.DistributionSpec.Constant;
import dev.multisite.scenario.DistributionSpec.Exponential;
import dev.multisite.scenario.DistributionSpec.Lognormal;
import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.FailureSpec.Symptom;
import dev.multisite.scenario.GrowthSpec;
import dev.multisite.scenario.NetworkSpec;
import dev.multisite.scenario.ProfileSpec;
import dev.multisite.units.Rate;

/** Six scenarios small enough to be simulated request by request: what sampling must get right. */
final class FidelityStudies {

    private static final double DAY = 86_400;

    static final List<Study> ALL = List.of(
            new Study("steady", FidelityStudies::steady),
            new Study("strong day curve", FidelityStudies::dayCurve),
            new Study("site outages", FidelityStudies::siteOutages),
            new Study("overload, retry storm, recovery", FidelityStudies::overload),
            new Study("path failures", FidelityStudies::pathFailures),
            new Study("growth", FidelityStudies::growth));

    private FidelityStudies() {}

    /**
     * A scenario with one architecture, called {@code it}.
     *
     * @param name what it is about
     * @param scenario a fresh builder
     */
    record Study(String name, Supplier<TestScenario> scenario) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static TestScenario steady() {
        return new TestScenario(DAY)
                .rate(8)
                .service(new Exponential(0.8))
                .population("users", "DE", 1)
                .site("site", "DE", 8)
                .path("users", "site", new Constant(0.05))
                .architecture("it", Policy.LISTED, "site");
    }

    private static TestScenario dayCurve() {
        return new TestScenario(2 * DAY)
                .rate(5)
                .service(Lognormal.ofMeanAndCv(0.8, 1))
                .profile(new ProfileSpec.Sine(0.9, 20))
                .population("users", "DE", 1)
                .site("site", "DE", 9)
                .path("users", "site", new Constant(0.05))
                .architecture("it", Policy.LISTED, "site");
    }

    private static TestScenario siteOutages() {
        FailureSpec failure = TestScenario.outages(DAY / 3, Lognormal.ofMeanAndCv(1200, 0.5), Symptom.HANGS);
        return new TestScenario(2 * DAY)
                .rate(3)
                .service(new Exponential(0.2))
                .timeout(3)
                .retries(1, 0.5)
                .detection(90, 0)
                .population("north", "DE", 1)
                .population("south", "IT", 1)
                .site("a", "DE", 3, failure, 100)
                .site("b", "IT", 3, failure, 100)
                .architecture("it", List.of(TestScenario.listed("DE", "a", "b"), TestScenario.listed("IT", "b", "a")));
    }

    /** The peak is a tenth above what the cores can do, and what times out comes back twice. */
    private static TestScenario overload() {
        return new TestScenario(2 * DAY)
                .rate(4)
                .service(new Exponential(0.8))
                .profile(new ProfileSpec.Sine(0.6, 14))
                .timeout(5)
                .retries(2, 1)
                .population("users", "DE", 1)
                .site("site", "DE", 5, new FailureSpec.Never(), 60)
                .path("users", "site", new Constant(0.05))
                .architecture("it", Policy.LISTED, "site");
    }

    private static TestScenario pathFailures() {
        return new TestScenario(2 * DAY)
                .rate(5)
                .service(new Exponential(0.1))
                .timeout(3)
                .retries(1, 0.5)
                .detection(90, 0)
                .population("users", "IN", 1)
                .site("far", "SG", 100)
                .site("near", "IN", 100)
                .path("users", "near", new Constant(0.02))
                .path("users", "far", new Constant(0.2))
                .risk(new NetworkSpec.Risk(
                        "cable",
                        List.of(new NetworkSpec.PathRef("users", "near")),
                        TestScenario.outages(DAY / 4, Lognormal.ofMeanAndCv(3600, 0.5), Symptom.HANGS),
                        false,
                        new NetworkSpec.PathEffect.Down()))
                .architecture("it", Policy.LOWEST_LATENCY, "far", "near");
    }

    /** Demand rises from half to nine tenths of what the cores can do. */
    private static TestScenario growth() {
        return new TestScenario(2 * DAY)
                .rate(5)
                .service(Lognormal.ofMeanAndCv(0.8, 1.5))
                .growth(new GrowthSpec.Linear(new Rate(0.8 / (2 * DAY))))
                .population("users", "DE", 1)
                .site("site", "DE", 8)
                .path("users", "site", new Constant(0.05))
                .architecture("it", Policy.LISTED, "site");
    }
}
