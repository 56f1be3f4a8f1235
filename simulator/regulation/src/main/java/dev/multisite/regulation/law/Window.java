package dev.multisite.regulation.law;

import java.time.LocalDate;

/**
 * A stretch of days.
 *
 * @param from first day
 * @param to last day; {@link LocalDate#MAX}: no end
 */
public record Window(LocalDate from, LocalDate to) {

    public static final Window ALWAYS = new Window(LocalDate.MIN, LocalDate.MAX);

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    public boolean overlaps(Window other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
}
