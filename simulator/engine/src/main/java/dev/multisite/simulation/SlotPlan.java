package dev.multisite.simulation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import dev.multisite.requests.Slots;
import dev.multisite.scenario.Period;
import dev.multisite.scenario.SimulationSpec.Bins;

/**
 * How results are kept apart in time: timeline bins, phases, and their common refinement, the slots. Hours, days, weeks
 * (from Monday) and months are those of UTC; the first bin starts with the period.
 */
final class SlotPlan {

    private final double[] binStarts;
    private final double endSeconds;
    private final Slots slots;
    private final int[] binOfSlot;

    /** @param phaseStarts where the phases start, ascending, the first at 0 */
    SlotPlan(Period period, Bins bins, List<Double> phaseStarts) {
        this.endSeconds = period.seconds();
        this.binStarts = binStarts(period, bins);
        TreeSet<Double> starts = new TreeSet<>(phaseStarts);
        for (double start : binStarts) {
            starts.add(start);
        }
        double[] slotStarts = starts.stream().mapToDouble(Double::doubleValue).toArray();
        double[] phases = phaseStarts.stream().mapToDouble(Double::doubleValue).toArray();
        this.slots = new Slots(
                slotStarts,
                Arrays.stream(slotStarts)
                        .mapToInt(start -> lastAtOrBefore(phases, start))
                        .toArray());
        this.binOfSlot = Arrays.stream(slotStarts)
                .mapToInt(start -> lastAtOrBefore(binStarts, start))
                .toArray();
    }

    private static int lastAtOrBefore(double[] starts, double time) {
        int at = Arrays.binarySearch(starts, time);
        return at >= 0 ? at : -at - 2;
    }

    private static double[] binStarts(Period period, Bins bins) {
        List<Double> starts = new ArrayList<>(List.of(0.0));
        ZonedDateTime at = next(period.from().atZone(ZoneOffset.UTC), bins);
        for (; at.toInstant().isBefore(period.to()); at = next(at, bins)) {
            Instant instant = at.toInstant();
            starts.add(period.toSeconds(instant));
        }
        return starts.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static ZonedDateTime next(ZonedDateTime at, Bins bins) {
        ZonedDateTime day = at.truncatedTo(ChronoUnit.DAYS);
        return switch (bins) {
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            case DAY -> day.plusDays(1);
            case WEEK -> day.plusDays(8L - day.getDayOfWeek().getValue());
            case MONTH -> day.withDayOfMonth(1).plusMonths(1);
        };
    }

    Slots slots() {
        return slots;
    }

    int bins() {
        return binStarts.length;
    }

    double binStart(int bin) {
        return binStarts[bin];
    }

    double binEnd(int bin) {
        return bin + 1 < binStarts.length ? binStarts[bin + 1] : endSeconds;
    }

    int binOf(int slot) {
        return binOfSlot[slot];
    }

    double slotEnd(int slot) {
        return Math.min(slots.start(slot + 1), endSeconds);
    }
}
