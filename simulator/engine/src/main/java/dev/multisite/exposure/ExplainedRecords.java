package dev.multisite.exposure;

import java.util.List;

import dev.multisite.regulation.evaluate.Finding;
import dev.multisite.regulation.evaluate.Reach;
import dev.multisite.regulation.facts.CaseFacts;

/**
 * What holds for some records at one instant.
 *
 * @param share share of the people's records that are in this situation
 * @param records how many there are in it
 * @param facts the facts as laws see them
 * @param findings what every law says
 * @param reaches which states can get at them
 */
public record ExplainedRecords(
        String service, double share, double records, CaseFacts facts, List<Finding> findings, List<Reach> reaches) {

    public ExplainedRecords {
        findings = List.copyOf(findings);
        reaches = List.copyOf(reaches);
    }
}
