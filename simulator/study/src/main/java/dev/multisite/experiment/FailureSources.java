package dev.multisite.experiment;

import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SiteSpec;

/** Whether a scenario has anything that makes sites or paths unavailable. */
final class FailureSources {
    private FailureSources() {}

    static boolean of(Scenario scenario) {
        return !scenario.network().risks().isEmpty()
                || scenario.sites().values().stream().anyMatch(FailureSources::canFail);
    }

    private static boolean canFail(SiteSpec site) {
        return !(site.outages() instanceof FailureSpec.Never)
                || !(site.hostFailures() instanceof FailureSpec.Never)
                || !(site.opens() instanceof SiteSpec.Opening.AtStart)
                || !site.maintenance().isEmpty();
    }
}
