package dev.multisite.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.ServiceSpec;
import dev.multisite.scenario.SiteSpec;

/** Explains one pair of population and site, and the records of a population. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Shows step by step where the milliseconds and the failures between a population and a site come from,",
            "and for the records that services keep: copies, movements, what every law says and who can read them."
        })
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Scenario file.")
    private Path file = Path.of("");

    @Option(names = "--from", required = true, paramLabel = "POPULATION", description = "Population, e.g. IN.")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "SITE",
            description =
                    "Site, e.g. beijing. May be left out where services keep records: then only these are explained.")
    private @Nullable String to;

    @Option(
            names = "--architecture",
            paramLabel = "A",
            description = "Architecture whose records are explained. Default: every one.")
    private @Nullable String architecture;

    @Option(names = "--service", paramLabel = "S", description = "Service. Default: every service the population uses.")
    private @Nullable String service;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "Date, e.g. 2014-10-22, for load and laws. Default: the start of the period.")
    private @Nullable String on;

    @Option(
            names = "--json",
            description =
                    "Print one JSON array: may the population be served, by architecture, service and site, and what is"
                            + " against it. --from '*': all populations.")
    private boolean json;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it; so does Failures, by its option
    private Verbose verbose = new Verbose();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Catalogue catalogue = Catalogue.standard();
        Scenario scenario =
                new Scenarios(catalogue).load(List.of(file), List.of()).get(0).scenario();
        if (json) {
            return printJson(scenario);
        }
        PopulationSpec population = scenario.populations().get(from);
        if (population == null) {
            throw unknown("--from", from, scenario.populations().keySet());
        }
        SiteSpec site = to == null ? null : scenario.sites().get(to);
        if (to != null && site == null) {
            throw unknown("--to", to, scenario.sites().keySet());
        }
        if (to == null && !scenario.keepsRecords()) {
            throw new CommandException(
                    ExitCode.USAGE, "--to is missing: the scenario keeps no records, so only a path can be explained");
        }
        checkNames(scenario);
        List<ServiceSpec> services = scenario.services().values().stream()
                .filter(candidate -> service == null
                        ? population.uses().containsKey(candidate.name())
                        : candidate.name().equals(service))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        Instant date = date(scenario);
        if (site != null) {
            new PairExplanation(scenario, catalogue, population, site).print(out, services, date);
        }
        if (scenario.keepsRecords()) {
            new RecordsExplanation(scenario, catalogue, population)
                    .print(out, architectures(scenario), service == null ? "" : service, date);
        }
        return ExitCode.DONE;
    }

    private void checkNames(Scenario scenario) {
        if (architecture != null && !scenario.architectures().containsKey(architecture)) {
            throw unknown(
                    "--architecture", architecture, scenario.architectures().keySet());
        }
        if (service != null && !scenario.services().containsKey(service)) {
            throw unknown("--service", service, scenario.services().keySet());
        }
    }

    private int printJson(Scenario scenario) {
        if (!scenario.keepsRecords()) {
            throw new CommandException(
                    ExitCode.USAGE, "--json: the scenario keeps no records, so there is nothing a law could be about");
        }
        if (to != null) {
            throw new CommandException(ExitCode.USAGE, "--to: --json is about all sites");
        }
        if (!from.equals("*") && !scenario.populations().containsKey(from)) {
            throw unknown("--from", from, scenario.populations().keySet());
        }
        checkNames(scenario);
        List<PopulationSpec> populations = scenario.populations().values().stream()
                .filter(candidate -> from.equals("*") || candidate.name().equals(from))
                .toList();
        String text = new PermissionsJson(scenario)
                .text(architectures(scenario), populations, service == null ? "" : service, date(scenario));
        spec.commandLine().getOut().println(text);
        return ExitCode.DONE;
    }

    private List<ArchitectureSpec> architectures(Scenario scenario) {
        return scenario.architectures().values().stream()
                .filter(candidate -> architecture == null || candidate.name().equals(architecture))
                .toList();
    }

    private Instant date(Scenario scenario) {
        if (on == null) {
            return scenario.period().from();
        }
        Instant instant;
        try {
            instant = on.contains("T")
                    ? OffsetDateTime.parse(on).toInstant()
                    : LocalDate.parse(on).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new CommandException(
                    ExitCode.USAGE, "--on: expected a date such as 2014-10-22, but got '" + on + "'");
        }
        if (instant.isBefore(scenario.period().from())
                || !instant.isBefore(scenario.period().to())) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--on " + on + " lies outside the period "
                            + scenario.period().from() + " to "
                            + scenario.period().to());
        }
        return instant;
    }

    private static CommandException unknown(String option, String name, Iterable<String> known) {
        return new CommandException(
                ExitCode.USAGE, option + " " + name + ": unknown; the scenario has " + String.join(", ", known));
    }
}
