package dev.multisite.whatif;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.WhatIfReader;
import dev.multisite.scenario.yaml.WhatIfResult;
import dev.multisite.simulation.ReplicationSimulator;
import dev.multisite.simulation.ReplicationSimulators;

/** A queue of some seconds and what-if files about it. */
final class TinySweep {
    static final Catalogue CATALOGUE = Catalogue.standard();

    static final Function<Scenario, ReplicationSimulator> SIMULATORS =
            scenario -> ReplicationSimulators.of(scenario, CATALOGUE);

    static final String BASE = """
            multisite: 1
            title: A tiny queue
            period: {from: 2024-01-01T00:00Z, to: 2024-01-01T00:02Z}
            services:
              query:
                requests: 20/s
                service-time: {exponential: {mean: 100ms}}
                connection-reuse: 100%
            populations:
              clients: {place: Frankfurt am Main, devices: 1}
            sites:
              one: {place: Frankfurt am Main, hosts: 1, cores-per-host: 3}
              two: {place: Frankfurt am Main, hosts: 1, cores-per-host: 6}
            network: {model: none}
            architectures:
              small:
                phases:
                  - {from: start, route: {to: [one]}}
              large:
                phases:
                  - {from: start, route: {to: [two]}}
            simulation:
              seed: 5
              replications: 3
              fidelity: every-request
              warm-up: 0s
            """;

    static final String GRID = """
            what-if: 1
            base: base.yaml
            vary:
              sites.one.cores-per-host: [3, 4, 5]
              services.query.requests: [15/s, 20/s]
            measure: [wait-mean, latency-mean, latency-p95, utilisation]
            """;

    private TinySweep() {}

    static WhatIfResult.Valid read(Path folder, String whatIf) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("base.yaml"), BASE);
            Path file = Files.writeString(folder.resolve("asked.yaml"), whatIf);
            WhatIfResult result = new WhatIfReader(CATALOGUE).read(file);
            if (result instanceof WhatIfResult.Invalid invalid) {
                throw new AssertionError(invalid.problems().toString());
            }
            return (WhatIfResult.Valid) result;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
