package dev.multisite.regulation.exposure;

import java.util.List;

import dev.multisite.regulation.evaluate.Finding;
import dev.multisite.regulation.evaluate.Reach;
import dev.multisite.regulation.evaluate.Verdict;

/**
 * Which states reach a part of a cohort during a piece of time.
 *
 * @param reaches states with some reach, the subject's own among them
 * @param findings what all laws say about the same records
 * @param recordYears integral of the records over the piece
 */
public record ReachPiece(
        String country,
        String dataClass,
        List<Reach> reaches,
        List<Finding> findings,
        double fromSeconds,
        double toSeconds,
        double recordYears) {

    public ReachPiece {
        reaches = List.copyOf(reaches);
        findings = List.copyOf(findings);
    }

    /** Returns whether any state but the subject's own gets readable data; what is not known counts as reached. */
    public boolean foreignClear() {
        return reaches.stream().anyMatch(reach -> reach.foreign() && reach.form() != Reach.Form.CIPHERTEXT);
    }

    /** Returns the worst of what the laws say. */
    public Verdict worst() {
        Verdict worst = Verdict.OUT_OF_SCOPE;
        for (Finding finding : findings) {
            worst = finding.verdict().worseThan(worst) ? finding.verdict() : worst;
        }
        return worst;
    }

    /** Returns whether any law is broken. */
    public boolean wrong() {
        return worst() == Verdict.BREACH || worst() == Verdict.CONFLICT;
    }
}
