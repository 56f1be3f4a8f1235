package dev.multisite.calendar;

import org.cloudsimplus.core.CloudSimPlus;

import dev.multisite.random.RandomStreams;
import dev.multisite.scenario.FailureSpec;

/**
 * Failures of single hosts: an alternating renewal process per host from the opening of its site on, independent of what
 * else befalls the site.
 */
final class HostFaults extends PlannedEntity {

    private final RandomStreams streams;

    HostFaults(CloudSimPlus simulation, double endSeconds, RandomStreams streams) {
        super(simulation, endSeconds);
        this.streams = streams;
    }

    @Override
    protected void startInternal() {}

    /** Called when a site opens. */
    void opened(SiteBoard board, double at) {
        if (board.spec().hostFailures() instanceof FailureSpec.Renewal renewal) {
            for (int host = 0; host < board.infrastructure().hosts(); host++) {
                long key = streams.key("host-failures", board.spec().name() + "#" + host);
                planFailure(board, host, at, new RenewalDraws(renewal, key));
            }
        }
    }

    private void planFailure(SiteBoard board, int host, double from, RenewalDraws draws) {
        plan(from + draws.upSeconds(), at -> {
            board.hostFails(host, at);
            plan(at + draws.repairSeconds(), repaired -> {
                board.hostRepaired(host, repaired);
                planFailure(board, host, repaired, draws);
            });
        });
    }
}
