package dev.multisite.calendar;

import java.util.Map;
import java.util.TreeMap;

import org.cloudsimplus.core.CloudSimPlus;

import dev.multisite.random.RandomStreams;
import dev.multisite.random.UniformSource;
import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.FailureSpec.Symptom;

/**
 * Outages of whole sites: each site's own alternating renewal process from its opening on, and shocks from outside that
 * the site recovers from by itself. A shock stops the clock of the site's own failures until it is repaired; a shock on a
 * site that lies down already changes nothing.
 */
final class SiteFaults extends PlannedEntity {

    private final Map<String, OneSite> sites = new TreeMap<>();

    SiteFaults(CloudSimPlus simulation, double endSeconds, Map<String, SiteBoard> boards, RandomStreams streams) {
        super(simulation, endSeconds);
        boards.forEach((name, board) -> sites.put(
                name,
                new OneSite(
                        board, streams.key("outages", name), new UniformSource(streams.key("destroys-data", name)))));
    }

    @Override
    protected void startInternal() {}

    /** Called when the site opens. */
    void opened(String name, double at) {
        site(name).planFailureAfter(at);
    }

    /** Strikes the site down for {@code repairSeconds} if it is open and not down by itself. */
    void shock(String name, double at, double repairSeconds, boolean refuses, String cause) {
        site(name).shock(at, repairSeconds, refuses, cause);
    }

    private OneSite site(String name) {
        OneSite site = sites.get(name);
        if (site == null) {
            throw new IllegalArgumentException("no site is called " + name);
        }
        return site;
    }

    private final class OneSite {

        private final SiteBoard board;
        private final FailureSpec failures;
        private final long key;
        private final UniformSource destructions;
        private double failsAt = Double.POSITIVE_INFINITY;
        private boolean down;
        private int plans;

        OneSite(SiteBoard board, long key, UniformSource destructions) {
            this.board = board;
            this.destructions = destructions;
            this.failures = board.spec().outages();
            this.key = key;
        }

        void planFailureAfter(double at) {
            if (failures instanceof FailureSpec.Renewal renewal) {
                RenewalDraws draws = new RenewalDraws(renewal, key);
                planFailure(at + draws.upSeconds(), draws, renewal.symptom() == Symptom.REFUSED);
            }
        }

        private void planFailure(double seconds, RenewalDraws draws, boolean refuses) {
            failsAt = seconds;
            resume = at -> planFailure(at, draws, refuses);
            int plan = ++plans;
            plan(seconds, at -> {
                if (plan == plans) {
                    fail(at, draws, refuses);
                }
            });
        }

        private Action resume = at -> {};

        private void fail(double at, RenewalDraws draws, boolean refuses) {
            down = true;
            board.down(at, refuses, "own failure");
            if (failures instanceof FailureSpec.Renewal renewal && destructions.next() < renewal.destroysData()) {
                board.destroyRecords(at);
            }
            plan(at + draws.repairSeconds(), repaired -> {
                down = false;
                board.up(repaired, "own failure");
                planFailure(repaired + draws.upSeconds(), draws, refuses);
            });
        }

        void shock(double at, double repairSeconds, boolean refuses, String cause) {
            if (down || !board.isOpen()) {
                return;
            }
            down = true;
            double left = failsAt - at;
            plans++;
            board.down(at, refuses, cause);
            plan(at + repairSeconds, repaired -> {
                down = false;
                board.up(repaired, cause);
                resume.at(repaired + left);
            });
        }
    }
}
