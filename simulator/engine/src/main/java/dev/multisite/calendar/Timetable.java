package dev.multisite.calendar;

import java.util.List;
import java.util.Map;

import org.cloudsimplus.core.CloudSimPlus;

import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.Period;
import dev.multisite.world.Intervals;

/** What is planned: phases, openings of sites and their maintenance. */
final class Timetable extends PlannedEntity {

    private final Period period;
    private final ArchitectureSpec architecture;
    private final List<Double> phaseStartSeconds;
    private final Map<String, Double> openingSeconds;
    private final Map<String, SiteBoard> boards;
    private final Steps steps;

    /** What the timetable sets going. */
    interface Steps {
        void phaseBegins(int phase, double at);

        void siteOpens(SiteBoard site, double at);
    }

    Timetable(
            CloudSimPlus simulation,
            Period period,
            ArchitectureSpec architecture,
            List<Double> phaseStartSeconds,
            Map<String, Double> openingSeconds,
            Map<String, SiteBoard> boards,
            Steps steps) {
        super(simulation, period.seconds());
        this.period = period;
        this.architecture = architecture;
        this.phaseStartSeconds = phaseStartSeconds;
        this.openingSeconds = openingSeconds;
        this.boards = boards;
        this.steps = steps;
    }

    @Override
    protected void startInternal() {
        for (int i = 0; i < architecture.phases().size(); i++) {
            int phase = i;
            plan(phaseStartSeconds.get(i), at -> steps.phaseBegins(phase, at));
        }
        openingSeconds.forEach((name, opening) -> planSite(board(name), opening));
    }

    private SiteBoard board(String name) {
        SiteBoard board = boards.get(name);
        if (board == null) {
            throw new IllegalArgumentException("no site is called " + name);
        }
        return board;
    }

    private void planSite(SiteBoard board, double opening) {
        plan(opening, at -> steps.siteOpens(board, at));
        Intervals closures = MaintenanceWindows.of(board.spec(), period);
        for (int i = 0; i < closures.size(); i++) {
            double from = Math.max(opening, closures.from(i));
            double until = closures.until(i);
            if (from < until) {
                plan(from, board::close);
                plan(until, board::reopen);
            }
        }
    }
}
