package dev.multisite.scenario.yaml;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SiteSpec.Hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OverridesTest {

    private static final ScenarioReader READER = new ScenarioReader(Catalogue.standard());

    @Test
    void aValueOfTheFileIsReplaced() {
        Scenario scenario = valid("sites.frankfurt.hosts=40");

        assertThat(Objects.requireNonNull(scenario.sites().get("frankfurt")).hosts())
                .isEqualTo(new Hosts.Fixed(40));
    }

    @Test
    void aKeyThatTheFileLeavesOutIsSet() {
        assertThat(valid("network.connect-timeout=2s").network().connectTimeout())
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(valid("sites.mumbai.power.pue=1.3").sites().get("mumbai")).isNotNull();
    }

    @Test
    void listsAreNumberedAndGroupsAreReplacedAsAWhole() {
        assertThat(valid(
                                "architectures.two-sites.phases.1.from=2025-05-01",
                                "populations.IN.growth={exponential: 40%/y}")
                        .architectures())
                .containsKey("two-sites");
    }

    @Test
    void theLaterOverrideWins() {
        assertThat(valid("simulation.seed=5", "simulation.seed=6").simulation().seed())
                .isEqualTo(6);
    }

    @Test
    void aPathThatNothingKnowsIsAProblem() {
        assertThat(problems("sites.frankfort.hosts=4"))
                .containsExactly(
                        "--set sites.frankfort.hosts=4: sites.frankfort.hosts: sites has no \"frankfort\"; did you mean 'frankfurt'?");
        assertThat(problems("sites.frankfurt.host=4"))
                .containsExactly(
                        "--set sites.frankfurt.host=4: sites.frankfurt.host: sites.frankfurt has no \"host\"; did you mean 'hosts'?");
        assertThat(problems("architectures.two-sites.phases.7.from=start"))
                .containsExactly(
                        "--set architectures.two-sites.phases.7.from=start: architectures.two-sites.phases.7.from: architectures.two-sites.phases has 2 elements, numbered from 0; there is no \"7\"");
        assertThat(problems("sites.frankfurt.hosts.min=4"))
                .containsExactly(
                        "--set sites.frankfurt.hosts.min=4: sites.frankfurt.hosts.min: sites.frankfurt.hosts is the number 2, which has no part \"min\"");
    }

    @Test
    void anOverrideThatChangesNothingIsAProblemExceptOnAnAxis() {
        assertThat(problems("sites.frankfurt.hosts=2"))
                .containsExactly(
                        "--set sites.frankfurt.hosts=2: sites.frankfurt.hosts: changes nothing, the value is the number 2 already");
        assertThat(read(List.of(ValueOverride.ofAxis("sites.frankfurt.hosts", "2"))))
                .isInstanceOf(ScenarioResult.Valid.class);
    }

    @Test
    void aBadValueNamesTheOverride() {
        assertThat(problems("services.app.timeout=soon"))
                .containsExactly(
                        "--set services.app.timeout=soon: services.app.timeout: expected a duration such as 30d, got \"soon\"; or none");
        assertThat(problems("simulation.seed=[1"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("--set simulation.seed=[1: YAML syntax:");
        assertThat(problems("simulation.seed=")).containsExactly("--set simulation.seed=: the value is empty");
    }

    @Test
    void textWithoutAnEqualsSignIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueOverride.parse("sites.india.hosts"))
                .withMessage("expected path=value such as sites.india.hosts=40, got \"sites.india.hosts\"");
    }

    private static Scenario valid(String... overrides) {
        ScenarioResult result =
                read(Arrays.stream(overrides).map(ValueOverride::parse).toList());
        assertThat(result).isInstanceOf(ScenarioResult.Valid.class);
        return ((ScenarioResult.Valid) result).scenario();
    }

    private static List<String> problems(String... overrides) {
        ScenarioResult result =
                read(Arrays.stream(overrides).map(ValueOverride::parse).toList());
        assertThat(result).isInstanceOf(ScenarioResult.Invalid.class);
        return ((ScenarioResult.Invalid) result)
                .problems().stream().map(Problem::text).toList();
    }

    private static ScenarioResult read(List<ValueOverride> overrides) {
        byte[] starter = ScenarioTemplate.yaml().getBytes(StandardCharsets.UTF_8);
        return READER.read("starter.yaml", starter, Path.of("."), overrides);
    }
}
