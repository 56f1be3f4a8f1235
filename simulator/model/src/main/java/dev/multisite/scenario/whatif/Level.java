package dev.multisite.scenario.whatif;

/**
 * One value of an axis.
 *
 * @param label how results name it; the value itself unless the file gives it a label
 * @param value YAML text of the value
 * @param origin where the file says so, e.g. {@code whatif.yaml:4:30}
 */
public record Level(String label, String value, String origin) {}
