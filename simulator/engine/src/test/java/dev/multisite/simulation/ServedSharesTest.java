package dev.multisite.simulation;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.multisite.scenario.ArchitectureSpec.Policy;
import dev.multisite.scenario.DistributionSpec.Constant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ServedSharesTest {
    private static final String SHARE = "served-share";

    private static double share(ReplicationResult result, String population, String site) {
        return Sample.figure(result, new Slice("", population, site, ""), SHARE);
    }

    @Test
    void everySiteServesThePartThatItsWeightAsksFor() {
        ReplicationResult result = Sample.simulate(
                new TestScenario(40_000)
                        .rate(1)
                        .service(new Constant(0.001))
                        .population("users", "DE", 1)
                        .site("large", "DE", 10)
                        .site("small", "DE", 10)
                        .architecture("both", Policy.WEIGHTED, Map.of("large", 3.0, "small", 1.0), "large", "small")
                        .simulator(),
                "both",
                0);

        // Binomial of 40,000: five standard deviations are 1.1 percentage points.
        assertThat(share(result, "users", "large")).isCloseTo(0.75, within(0.011));
        assertThat(share(result, "users", "large") + share(result, "users", "small"))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void aSiteThatServedNobodyHasAShareOfZero() {
        ReplicationResult result = Sample.simulate(
                new TestScenario(1_000)
                        .rate(1)
                        .service(new Constant(0.001))
                        .population("here", "DE", 1)
                        .population("there", "FR", 1)
                        .site("first", "DE", 10)
                        .site("second", "FR", 10)
                        .architecture(
                                "by-country",
                                List.of(
                                        TestScenario.listed("DE", "first"),
                                        TestScenario.listed("FR", "second", "first")))
                        .simulator(),
                "by-country",
                0);

        assertThat(share(result, "here", "first")).isEqualTo(1);
        assertThat(share(result, "here", "second")).isZero();
        assertThat(share(result, "there", "second")).isEqualTo(1);
    }
}
