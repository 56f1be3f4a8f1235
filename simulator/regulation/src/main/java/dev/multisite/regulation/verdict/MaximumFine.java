package dev.multisite.regulation.verdict;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.evaluate.Finding;
import dev.multisite.regulation.evaluate.Verdict;
import dev.multisite.regulation.law.LawVersion;
import dev.multisite.regulation.law.Penalty;
import dev.multisite.regulation.law.Rule;

/** The highest fine that a finding can lead to. */
final class MaximumFine {

    private MaximumFine() {}

    /** Returns it in US dollars; NaN if there is none or it depends on a turnover that is not known. */
    static double usd(Finding finding, VerdictCase verdictCase, LawCatalogue catalogue) {
        boolean wrong = finding.verdict() == Verdict.BREACH
                || finding.verdict() == Verdict.UNCERTAIN
                || finding.verdict() == Verdict.CONFLICT;
        if (!wrong || finding.rule().isEmpty()) {
            return Double.NaN;
        }
        for (LawVersion version : catalogue.law(finding.law()).versions()) {
            if (version.version().equals(finding.version())) {
                return usd(finding, version, verdictCase, catalogue);
            }
        }
        return Double.NaN;
    }

    private static double usd(Finding finding, LawVersion version, VerdictCase verdictCase, LawCatalogue catalogue) {
        for (Rule rule : version.rules()) {
            if (rule.head().id().equals(finding.rule())) {
                for (Penalty penalty : rule.head().penalties()) {
                    if (penalty.holdsOn(verdictCase.date())) {
                        return usd(penalty, verdictCase, catalogue);
                    }
                }
            }
        }
        return Double.NaN;
    }

    /** The local turnover is not part of a case, so shares of it cannot be told. */
    private static double usd(Penalty penalty, VerdictCase verdictCase, LawCatalogue catalogue) {
        boolean local = penalty.base() == Penalty.Base.LOCAL;
        boolean known = penalty.turnoverFraction() == 0 || (!local && !Double.isNaN(verdictCase.turnoverUsd()));
        if (!known) {
            return Double.NaN;
        }
        double rate = catalogue.rates().perUsd(penalty.currency(), verdictCase.date());
        double turnover = Double.isNaN(verdictCase.turnoverUsd()) ? 0 : verdictCase.turnoverUsd() * rate;
        double maximum = penalty.maximum(turnover, 0, false, false);
        return maximum > 0 ? maximum / rate : Double.NaN;
    }
}
