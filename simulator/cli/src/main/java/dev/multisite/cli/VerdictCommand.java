package dev.multisite.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.evaluate.Finding;
import dev.multisite.regulation.evaluate.Reach;
import dev.multisite.regulation.evaluate.Verdict;
import dev.multisite.regulation.verdict.CaseFinding;
import dev.multisite.regulation.verdict.CaseResult;
import dev.multisite.regulation.verdict.VerdictCase;
import dev.multisite.regulation.verdict.VerdictCases;
import dev.multisite.regulation.yaml.Fault;
import dev.multisite.regulation.yaml.InvalidFileException;

/** Evaluates dated data-flow cases against the law catalogue. */
@Command(
        name = "verdict",
        mixinStandardHelpOptions = true,
        description = {
            "Says what each law of the catalogue says about dated data flows, and which states can demand the data.",
            "Where a case says what it expects, differences are shown and the exit code is 1. Not legal advice."
        })
final class VerdictCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CASES", description = "A case file, e.g. scenarios/verdicts/acceptance.yaml.")
    private Path file = Path.of("");

    @Option(
            names = "--catalogue",
            paramLabel = "SOURCE",
            split = ",",
            description = "Law catalogues, later ones override earlier ones: default, or folders of law files."
                    + " Default: default.")
    private List<String> sources = List.of(LawCatalogue.DEFAULT);

    @Option(names = "--json", description = "Print one JSON document: an array of findings.")
    private boolean json;

    @Mixin
    private Verbose verbose = new Verbose();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<CaseResult> results = evaluate();
        List<String> differences = results.stream()
                .flatMap(result -> result.differences().stream())
                .toList();
        if (json) {
            printJson(results);
        } else {
            summarise(results, differences.size());
        }
        differences.forEach(difference -> spec.commandLine().getErr().println("multisite: " + difference));
        if (!json) {
            results.stream().filter(this::isShown).forEach(this::print);
        }
        return differences.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    /** What is as its author expected it is no news. */
    private boolean isShown(CaseResult result) {
        return verbose.isOn() || !expects(result) || !result.differences().isEmpty();
    }

    private static boolean expects(CaseResult result) {
        return !result.verdictCase().expect().isEmpty()
                || !result.verdictCase().expectReach().isEmpty();
    }

    private List<CaseResult> evaluate() {
        try {
            if (Files.isDirectory(file)) {
                throw new CommandException(ExitCode.NO_INPUT, file + " is a folder; expected a case file");
            }
            LawCatalogue catalogue = LawCatalogue.load(sources, Path.of(""));
            return VerdictCases.evaluate(VerdictCases.read(file, catalogue), catalogue);
        } catch (InvalidFileException e) {
            throw new CommandException(
                    ExitCode.INVALID_INPUT, e.faults().stream().map(Fault::text).toList());
        } catch (NoSuchFileException e) {
            throw new CommandException(ExitCode.NO_INPUT, "there is no file " + e.getMessage());
        } catch (IOException e) {
            throw new CommandException(ExitCode.NO_INPUT, "cannot read " + file + ": " + e.getMessage());
        }
    }

    private void print(CaseResult result) {
        PrintWriter out = spec.commandLine().getOut();
        VerdictCase verdictCase = result.verdictCase();
        out.println(verdictCase.id() + " on " + verdictCase.date() + ": "
                + verdictCase.facts().subject().dataClass() + " of people in "
                + verdictCase.facts().subject().country());
        for (CaseFinding found : result.findings()) {
            Finding finding = found.finding();
            String p = finding.verdict() == Verdict.UNCERTAIN ? " " + finding.p() : "";
            String mark = finding.reviewed() ? "" : " [unreviewed]";
            out.printf(
                    Locale.ROOT, "  %-18s %s%s: %s%s%n", finding.law(), finding.verdict(), p, finding.because(), mark);
        }
        for (Reach reach : result.reach()) {
            out.printf(
                    Locale.ROOT,
                    "  reach %-12s %s%s%n",
                    reach.state(),
                    reach.form().toString().toLowerCase(Locale.ROOT),
                    reach.foreign() ? "" : " (own state)");
        }
    }

    private void summarise(List<CaseResult> results, int differences) {
        long expecting = results.stream().filter(VerdictCommand::expects).count();
        PrintWriter out = spec.commandLine().getOut();
        out.println(results.size() + (results.size() == 1 ? " case, " : " cases, ") + expecting
                + " with an expectation, " + differences + (differences == 1 ? " difference." : " differences."));
        boolean hides = results.stream().anyMatch(result -> !isShown(result));
        out.println((hides ? "--verbose shows the findings of cases that are as expected. " : "")
                + "Unreviewed: nobody has checked the law's file against its sources.");
    }

    private void printJson(List<CaseResult> results) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (CaseResult result : results) {
            for (CaseFinding found : result.findings()) {
                add(array.addObject(), found);
            }
        }
        spec.commandLine()
                .getOut()
                .println(JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(array));
    }

    private static void add(ObjectNode node, CaseFinding found) {
        Finding finding = found.finding();
        node.put("case", found.caseId());
        node.put("law", finding.law());
        node.put("version", finding.version());
        node.put("verdict", finding.verdict().name());
        if (Double.isNaN(finding.p())) {
            node.putNull("p");
        } else {
            node.put("p", finding.p());
        }
        node.put("rule", finding.rule());
        node.put("because", finding.because());
        node.put("reviewed", finding.reviewed());
        if (!Double.isNaN(found.maximumFineUsd())) {
            node.put("maximum-fine-usd", found.maximumFineUsd());
        }
    }
}
