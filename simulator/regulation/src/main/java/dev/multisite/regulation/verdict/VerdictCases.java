package dev.multisite.regulation.verdict;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.evaluate.Evaluator;
import dev.multisite.regulation.evaluate.Finding;
import dev.multisite.regulation.evaluate.Reach;
import dev.multisite.regulation.evaluate.Verdict;
import dev.multisite.regulation.yaml.Fault;
import dev.multisite.regulation.yaml.InvalidFileException;

/** Reads case files and evaluates them. */
public final class VerdictCases {

    private VerdictCases() {}

    /**
     * Reads a case file.
     *
     * @throws IOException if the file cannot be read
     * @throws InvalidFileException if anything in it is wrong; all faults are named
     */
    public static List<VerdictCase> read(Path file, LawCatalogue catalogue) throws IOException {
        try {
            return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8), catalogue);
        } catch (CharacterCodingException e) {
            throw new InvalidFileException(List.of(new Fault(file.toString(), 1, 1, "", "the file is not UTF-8")));
        }
    }

    /** Reads the text of a case file. */
    public static List<VerdictCase> parse(String name, String text, LawCatalogue catalogue) {
        return new CaseReader(catalogue).read(name, text);
    }

    /** Evaluates all cases in their order. */
    public static List<CaseResult> evaluate(List<VerdictCase> cases, LawCatalogue catalogue) {
        Evaluator evaluator = new Evaluator(catalogue);
        return cases.stream().map(c -> evaluate(c, evaluator)).toList();
    }

    private static CaseResult evaluate(VerdictCase verdictCase, Evaluator evaluator) {
        List<Finding> findings = evaluator.evaluate(
                verdictCase.facts(), verdictCase.date(), verdictCase.expect().keySet());
        List<Reach> reach = evaluator.reach(verdictCase.facts(), verdictCase.date());
        List<CaseFinding> caseFindings = findings.stream()
                .map(finding -> new CaseFinding(
                        verdictCase.id(), finding, MaximumFine.usd(finding, verdictCase, evaluator.catalogue())))
                .toList();
        List<String> differences = new ArrayList<>();
        compareVerdicts(verdictCase, findings, differences);
        compareReach(verdictCase, reach, differences);
        return new CaseResult(verdictCase, caseFindings, reach, differences);
    }

    private static void compareVerdicts(VerdictCase verdictCase, List<Finding> findings, List<String> differences) {
        verdictCase.expect().forEach((law, expected) -> {
            Finding finding = findings.stream()
                    .filter(candidate -> candidate.law().equals(law))
                    .findFirst()
                    .orElse(new Finding(law, "", Verdict.OUT_OF_SCOPE, 0, "", "The law has nothing to say.", false));
            if (!expected.fits(finding.verdict(), finding.p())) {
                String found = finding.verdict() == Verdict.UNCERTAIN
                        ? finding.verdict() + " " + finding.p()
                        : finding.verdict().toString();
                differences.add(verdictCase.id() + ": " + law + " is " + found + ", expected " + expected + ". "
                        + finding.because());
            }
        });
    }

    private static void compareReach(VerdictCase verdictCase, List<Reach> reach, List<String> differences) {
        if (verdictCase.expectReach().isEmpty()) {
            return;
        }
        for (Reach found : reach) {
            Reach.Form expected = verdictCase.expectReach().get(found.state());
            if (expected != found.form()) {
                differences.add(verdictCase.id() + ": " + found.state() + " reaches the records (" + found.form()
                        + "), expected " + (expected == null ? "no reach" : expected));
            }
        }
        verdictCase.expectReach().forEach((state, form) -> {
            if (reach.stream().noneMatch(found -> found.state().equals(state))) {
                differences.add(verdictCase.id() + ": " + state + " does not reach the records, expected " + form);
            }
        });
    }
}
