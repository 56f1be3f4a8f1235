package dev.multisite.regulation.verdict;

import java.util.List;

import dev.multisite.regulation.evaluate.Reach;

/**
 * What a case comes to.
 *
 * @param verdictCase the case
 * @param findings findings of all laws that have anything to say
 * @param reach states that can get at the records
 * @param differences differences from what the file expects, in words; empty if there is none
 */
public record CaseResult(
        VerdictCase verdictCase, List<CaseFinding> findings, List<Reach> reach, List<String> differences) {

    public CaseResult {
        findings = List.copyOf(findings);
        reach = List.copyOf(reach);
        differences = List.copyOf(differences);
    }
}
