package dev.multisite.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.demand.DemandModel;
import dev.multisite.exposure.ScenarioExposure;
import dev.multisite.exposure.SitePermission;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.ServiceSpec;

/** Whether a service may be served to a population at a site on a day, and what is against it, as one JSON array. */
final class PermissionsJson {
    private final Scenario scenario;
    private final ScenarioExposure exposure;

    PermissionsJson(Scenario scenario) {
        this.scenario = scenario;
        this.exposure = ScenarioExposure.of(scenario, DemandModel.of(scenario));
    }

    /** @param service name of the service; empty: all that keep records */
    String text(List<ArchitectureSpec> architectures, List<PopulationSpec> populations, String service, Instant on) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (ArchitectureSpec architecture : architectures) {
            for (PopulationSpec population : populations) {
                for (ServiceSpec candidate : scenario.services().values()) {
                    boolean asked = service.isEmpty() || candidate.name().equals(service);
                    boolean keeps =
                            !candidate.stores().isEmpty() && population.uses().getOrDefault(candidate.name(), 0.0) > 0;
                    if (asked && keeps) {
                        add(rows, architecture, population, candidate.name(), on);
                    }
                }
            }
        }
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(rows);
    }

    private void add(
            ArrayNode rows, ArchitectureSpec architecture, PopulationSpec population, String service, Instant on) {
        for (SitePermission permission : exposure.permissions(architecture, population, service, on)) {
            ObjectNode row = rows.addObject()
                    .put("architecture", architecture.name())
                    .put("population", population.name())
                    .put("service", service)
                    .put("site", permission.site())
                    .put("on", on.atOffset(ZoneOffset.UTC).toLocalDate().toString())
                    .put("permitted", permission.permitted() ? "yes" : permission.forbidden() ? "no" : "unclear");
            ArrayNode against = row.putArray("against");
            permission
                    .against()
                    .forEach(finding -> against.addObject()
                            .put("law", finding.law())
                            .put("verdict", finding.verdict().name())
                            .put("because", finding.because()));
        }
    }
}
