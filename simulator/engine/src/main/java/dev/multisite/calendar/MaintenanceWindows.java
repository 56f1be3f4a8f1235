package dev.multisite.calendar;

import java.time.Instant;
import java.time.LocalDate;

import dev.multisite.scenario.Period;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.scenario.SiteSpec.Maintenance;
import dev.multisite.units.Durations;
import dev.multisite.world.Intervals;

/** The planned closures of a site over the period, overlapping ones joined. */
final class MaintenanceWindows {

    private MaintenanceWindows() {}

    static Intervals of(SiteSpec site, Period period) {
        Intervals all = Intervals.NONE;
        for (Maintenance window : site.maintenance()) {
            all = all.union(of(window, period));
        }
        return all;
    }

    private static Intervals of(Maintenance window, Period period) {
        Intervals all = Intervals.NONE;
        double lengthSeconds = Durations.toSeconds(window.length());
        long daysBefore = (long) Math.ceil(lengthSeconds / Durations.SECONDS_PER_DAY) + 1;
        LocalDate first = LocalDate.ofInstant(period.from(), window.zone()).minusDays(daysBefore);
        LocalDate last = LocalDate.ofInstant(period.to(), window.zone());
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (window.days().contains(day.getDayOfWeek())) {
                Instant start = day.atTime(window.at()).atZone(window.zone()).toInstant();
                double from = Math.max(0, period.toSeconds(start));
                double until = period.toSeconds(start) + lengthSeconds;
                if (until > 0 && from < period.seconds()) {
                    all = all.union(new Intervals(new double[] {from}, new double[] {until}));
                }
            }
        }
        return all;
    }
}
