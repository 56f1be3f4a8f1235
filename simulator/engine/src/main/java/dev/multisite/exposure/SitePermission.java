package dev.multisite.exposure;

import java.util.List;

import dev.multisite.regulation.evaluate.Finding;
import dev.multisite.regulation.evaluate.Verdict;

/**
 * Whether records may be kept, and so be served from, at one site alone.
 *
 * @param against findings that speak against it, the worst of each law: broken, disputed or unknown
 */
public record SitePermission(String site, List<Finding> against) {

    public SitePermission {
        against = List.copyOf(against);
    }

    /** Returns whether no law is broken; what is disputed or unknown is not said to be permitted either. */
    public boolean permitted() {
        return against.isEmpty();
    }

    /** Returns whether a law is broken. */
    public boolean forbidden() {
        return against.stream()
                .anyMatch(finding -> finding.verdict() == Verdict.BREACH || finding.verdict() == Verdict.CONFLICT);
    }
}
