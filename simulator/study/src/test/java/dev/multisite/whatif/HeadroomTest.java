package dev.multisite.whatif;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.ScenarioReader;
import dev.multisite.scenario.yaml.ScenarioResult;
import dev.multisite.simulation.Headroom;
import dev.multisite.simulation.Headroom.Row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HeadroomTest {
    private static final String SCENARIO = """
            multisite: 1
            period: {from: 2024-01-01, to: 2024-01-03}
            services:
              query: {requests: 20/s, service-time: 100ms}
            populations:
              clients: {place: Frankfurt am Main, devices: 1}
              others: {place: Frankfurt am Main, devices: 2}
            sites:
              a: {place: Frankfurt am Main, hosts: 2, cores-per-host: 2}
              b: {place: Frankfurt am Main, hosts: {autoscale: {min: 1, max: 3}}, cores-per-host: 3, core-speed: 2}
              c: {place: Frankfurt am Main, hosts: 1, cores-per-host: 1, opens: 2024-01-02}
            network: {model: none}
            architectures:
              listed:
                phases:
                  - from: start
                    route:
                      - {for: [clients], policy: listed, to: [a, b, c]}
                      - {policy: listed, to: [b, a, c]}
            """;

    private static List<Row> rows(int lost) {
        ScenarioResult read = new ScenarioReader(TinySweep.CATALOGUE)
                .read("x.yaml", SCENARIO.getBytes(StandardCharsets.UTF_8), Path.of(""), List.of());
        Scenario scenario = ((ScenarioResult.Valid) read).scenario();
        return Headroom.of(scenario, TinySweep.CATALOGUE, lost);
    }

    private static Row row(List<Row> rows, String site, String... lost) {
        return rows.stream()
                .filter(row -> row.site().equals(site) && row.lost().equals(List.of(lost)))
                .findFirst()
                .orElseThrow();
    }

    /** Clients bring 2 core-seconds per second, the others 4; the cores of b are twice as fast. */
    @Test
    void theLoadOfALostSiteGoesToTheNextOfItsRoute() {
        List<Row> rows = rows(2);

        assertThat(row(rows, "a").offeredCores()).isCloseTo(2, within(1e-9));
        assertThat(row(rows, "b").offeredCores()).isCloseTo(2, within(1e-9));
        assertThat(row(rows, "b", "a").offeredCores()).isCloseTo(3, within(1e-9));
        assertThat(row(rows, "a", "b").offeredCores()).isCloseTo(6, within(1e-9));
        assertThat(row(rows, "a", "b").load()).isCloseTo(1.5, within(1e-9));
        assertThat(row(rows, "b").capacityCores()).isEqualTo(9);
        Row last = row(rows, "c", "a", "b");
        assertThat(last.offeredCores()).isCloseTo(6, within(1e-9));
        assertThat(last.hourStartSeconds()).isEqualTo(86_400);
    }

    @Test
    void noMoreSitesAreLostThanAskedFor() {
        assertThat(rows(0)).allMatch(row -> row.lost().isEmpty()).hasSize(3);
        assertThat(rows(1)).noneMatch(row -> row.lost().size() > 1).hasSize(3 + 6);
    }
}
