package dev.multisite.calendar;

/**
 * Something that happened on the calendar.
 *
 * @param timeSeconds simulation time
 * @param kind one of {@code launch}, {@code opening}, {@code outage}, {@code repair}, {@code host-failure}, {@code
 *     host-repair}, {@code risk}, {@code risk-end}, {@code maintenance}, {@code maintenance-end}, {@code scale-out},
 *     {@code scale-in}, {@code phase}, or the kind of a population's event
 * @param subject name of the site, risk, population or phase
 * @param detail free text in the field's words, may be empty
 */
public record CalendarEvent(double timeSeconds, String kind, String subject, String detail) {}
