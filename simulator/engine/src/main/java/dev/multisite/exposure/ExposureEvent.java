package dev.multisite.exposure;

/**
 * Something that changes exposure.
 *
 * @param kind {@code law} (subject: the law), {@code migration}, {@code migration-copied} or {@code migration-end}
 */
public record ExposureEvent(double timeSeconds, String kind, String subject, String detail) {}
