package dev.multisite.regulation.verdict;

import dev.multisite.regulation.evaluate.Finding;

/**
 * A finding for a case.
 *
 * @param caseId the case
 * @param finding what the law says
 * @param maximumFineUsd highest fine for it in US dollars at the rate of the year; NaN where there is none or the turnover
 *     that it depends on is not stated
 */
public record CaseFinding(String caseId, Finding finding, double maximumFineUsd) {}
