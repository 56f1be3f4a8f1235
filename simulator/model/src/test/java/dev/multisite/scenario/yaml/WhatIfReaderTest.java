package dev.multisite.scenario.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.scenario.whatif.Axis;
import dev.multisite.scenario.whatif.Design;
import dev.multisite.scenario.whatif.Level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WhatIfReaderTest {

    private static final WhatIfReader READER = new WhatIfReader(Catalogue.standard());

    @TempDir
    private Path folder;

    @BeforeEach
    void copyBase() throws IOException {
        Files.copy(Path.of("../../scenarios/mmc-check.yaml"), folder.resolve("base.yaml"));
    }

    private WhatIfResult read(String... lines) throws Exception {
        Path file = folder.resolve("asked.yaml");
        Files.writeString(file, String.join("\n", lines));
        return READER.read(file);
    }

    private WhatIfResult.Valid valid(String vary, String design) throws Exception {
        WhatIfResult result = vary(vary, design);
        if (result instanceof WhatIfResult.Invalid invalid) {
            throw new AssertionError(invalid.problems().toString());
        }
        return (WhatIfResult.Valid) result;
    }

    private WhatIfResult vary(String vary, String design) throws Exception {
        return read("what-if: 1", "base: base.yaml", "vary:", "  " + vary, "design: " + design, "measure: [cost]");
    }

    private List<String> problems(WhatIfResult result) {
        return ((WhatIfResult.Invalid) result)
                .problems().stream()
                        .map(problem -> problem.text().replace(folder + "/", ""))
                        .toList();
    }

    @Test
    void listedValuesKeepTheirTextAndPlace() throws Exception {
        WhatIfResult.Valid valid = valid("sites.server.cores-per-host: [9, 10, 12]", "grid");

        Axis.Listed axis = (Axis.Listed) valid.whatIf().axes().get(0);
        assertThat(axis.levels()).extracting(Level::label).containsExactly("9", "10", "12");
        assertThat(axis.levels().get(1).origin()).endsWith("asked.yaml:4:36");
        assertThat(valid.whatIf().name()).isEqualTo("asked");
        assertThat(valid.base().valueAt("sites.server.cores-per-host")).isEqualTo("10");
    }

    @Test
    void labelsNameValuesThatAreGroups() throws Exception {
        WhatIfResult.Valid valid = valid(
                "services.query.service-time: {short: {exponential: {mean: 50ms}}, long: {exponential: {mean: 110ms}}}",
                "grid");

        Axis.Listed axis = (Axis.Listed) valid.whatIf().axes().get(0);
        assertThat(axis.levels()).extracting(Level::label).containsExactly("short", "long");
        assertThat(axis.levels().get(0).value()).isEqualTo("{exponential: {mean: 50ms}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{uniform: [30d, 720d]} | 0.5 | 375d",
                "{uniform: [12h, 3d]} | 0.5 | 151200s",
                "{uniform: [10%, 50%]} | 0.25 | 20%",
                "{uniform: [100k, 3M]} | 0.5 | 1550000",
                "{uniform: [1 kW, 2000 W]} | 0.5 | 1500 W",
                "{log-uniform: [1d, 100d]} | 0.5 | 10d",
                "{triangular: [0s, 1s, 1s]} | 0.25 | 0.5s",
                "{whole: [10, 80]} | 0.999999 | 80",
            })
    void distributionsKeepTheUnitOfTheFile(String distribution, double u, String value) throws Exception {
        Problems problems = new Problems();
        Node node = Composer.compose(distribution, "x", problems).orElseThrow();

        Axis axis = DistributionShape.read((Node.Mapping) node, "path", "x", problems)
                .orElseThrow();

        assertThat(axis.at(u).value()).isEqualTo(value);
    }

    @Test
    void designsAreRead() throws Exception {
        String vary = "sites.server.cores-per-host: {whole: [9, 20]}";
        assertThat(valid(vary, "{random: 7}").whatIf().design()).isEqualTo(new Design.Random(7));
        assertThat(valid(vary, "{latin-hypercube: 7}").whatIf().design()).isEqualTo(new Design.LatinHypercube(7));
        assertThat(valid(vary, "{sobol: 8}").whatIf().points()).isEqualTo(8);
        assertThat(valid(vary, "{saltelli: 8}").whatIf().points()).isEqualTo(24);
        assertThat(valid(vary, "one-at-a-time").whatIf().points()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sites.server.hots: [1, 2]                        | grid       | asked.yaml:4:23: sites.server.hots: sites.server has no \"hots\"; did you mean 'hosts'?",
                "sites.server.hosts: [few, 2]                     | grid       | asked.yaml:4:24: sites.server.hosts: expected a count such as 175k, got \"few\"",
                "sites.server.hosts: [1]                          | grid       | asked.yaml:4:3: sites.server.hosts: changes nothing: the base scenario has this value already",
                "services.query.timeout: [60s, 1min]              | grid       | asked.yaml:4:33: services.query.timeout: \"1min\" means the same as \"60s\", so it changes nothing",
                "sites.server.hosts: [2, 2]                       | grid       | asked.yaml:4:23: vary.sites.server.hosts: the value \"2\" is given twice",
                "sites.server.hosts: 3                            | grid       | asked.yaml:4:23: vary.sites.server.hosts: expected a list of values such as [10, 20], labelled values such as {small: 10, large: 80} or a distribution such as {uniform: [30d, 720d]}, got the number 3",
                "sites.server.hosts: {uniform: [1, 20]}           | grid       | asked.yaml:4:3: vary: sites.server.hosts: a grid needs a list of values; a distribution goes with random, latin-hypercube, sobol, saltelli or one-at-a-time",
                "sites.server.hosts: {uniform: [30d, 20]}         | {sobol: 8} | asked.yaml:4:33: vary.sites.server.hosts.uniform: expected quantities of one kind such as [30d, 720d], got [30d, 20]",
                "sites.server.hosts: {uniform: [30, 20]}          | {sobol: 8} | asked.yaml:4:33: vary.sites.server.hosts.uniform: the first value must lie below the last",
                "sites.server.hosts: {uniform: [30]}              | {sobol: 8} | asked.yaml:4:33: vary.sites.server.hosts.uniform: expected 2 values such as [30d, 720d], got a list",
                "sites.server.hosts: [2, 3]                       | {sobol: 9} | asked.yaml:5:17: design.sobol: a Sobol sample is balanced only for powers of two; the nearest below is 8",
                "sites.server.hosts: [2, 3]                       | gird       | asked.yaml:5:9: design: expected grid or one-at-a-time or keys such as random, latin-hypercube, sobol, got \"gird\"; did you mean 'grid'?",
            })
    void problemsNamePlaceAndRemedy(String vary, String design, String problem) throws Exception {
        assertThat(problems(vary(vary, design))).containsExactly(problem);
    }

    @Test
    void allProblemsAreReportedAtOnce() throws Exception {
        WhatIfResult result =
                read("what-if: 1", "base: base.yaml", "vary:", "  sites.a: 3", "measure: [latncy-p95]", "sead: 3");

        assertThat(problems(result)).hasSize(3);
        assertThat(problems(result).get(1)).contains("asked.yaml:5:11", "did you mean 'latency-p95'?");
        assertThat(problems(result).get(2)).contains("asked.yaml:6:1: sead: unknown key; did you mean 'seed'?");
    }

    @Test
    void anAxisInsideAnotherIsRefused() throws Exception {
        WhatIfResult result = read(
                "what-if: 1",
                "base: base.yaml",
                "vary:",
                "  sites.server: {a: {place: Beijing}, b: {place: London}}",
                "  sites.server.hosts: [2, 3]",
                "measure: [cost]");

        assertThat(problems(result)).singleElement().asString().contains("asked.yaml:5:3", "lies inside");
    }

    @Test
    void theBaseMustExistAndBeValid() throws Exception {
        assertThat(problems(read("what-if: 1", "base: x.yaml", "vary: {sites.a: [1]}", "measure: [cost]")))
                .singleElement()
                .asString()
                .startsWith("asked.yaml:2:7: base: there is no file ");

        Files.writeString(folder.resolve("base.yaml"), "multisite: 1\ntitel: x\n");
        assertThat(problems(vary("sites.server.hosts: [2, 3]", "grid")))
                .anyMatch(text -> text.startsWith("base.yaml:2:1: titel: unknown key"));
    }

    @Test
    void aScenarioIsNoWhatIfFile() throws Exception {
        assertThat(problems(READER.read(folder.resolve("base.yaml"))))
                .singleElement()
                .asString()
                .contains("this is a scenario");
        assertThatThrownBy(() -> READER.read(folder.resolve("none.yaml")))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void replicationsAndSeedReplaceThoseOfTheBase() throws Exception {
        WhatIfResult result = read(
                "what-if: 1",
                "base: base.yaml",
                "vary: {sites.server.hosts: [2, 3]}",
                "measure: [cost]",
                "replications: 3",
                "seed: 99");

        var simulation = ((WhatIfResult.Valid) result).base().scenario().simulation();
        assertThat(simulation.seed()).isEqualTo(99);
        assertThat(simulation.replications()).hasToString("Fixed[count=3]");
    }
}
