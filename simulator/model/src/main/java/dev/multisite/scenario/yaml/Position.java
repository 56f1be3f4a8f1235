package dev.multisite.scenario.yaml;

/**
 * Where a value was written.
 *
 * @param source file name, or the override, e.g. {@code --set sites.india.hosts=40}
 * @param line from 1; 0 for an override
 * @param column from 1; 0 for an override
 */
record Position(String source, int line, int column) {

    static Position ofOverride(String override) {
        return new Position(override, 0, 0);
    }
}
