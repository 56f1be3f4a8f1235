package dev.multisite.regulation.enforcement;

/** What happens in one replay. */
final class Tally {

    private double announcedUsd;
    private double collectedUsd;
    private int orders;
    private int suspensions;
    private int blocks;
    private double firstMeasureYears = Double.POSITIVE_INFINITY;
    private double blockedDeviceDays;
    private double suspendedDays;
    private double blockedUntilYears;

    void order(double timeYears) {
        orders++;
        firstMeasureYears = Math.min(firstMeasureYears, timeYears);
    }

    void announce(double usd, double timeYears) {
        announcedUsd += usd;
        firstMeasureYears = Math.min(firstMeasureYears, timeYears);
    }

    void collect(double usd) {
        collectedUsd += usd;
    }

    void suspend(double days) {
        suspensions++;
        suspendedDays += days;
    }

    /** A block that begins while another one lasts only prolongs it. */
    void block(double deviceDays, double untilYears) {
        blocks++;
        blockedDeviceDays += deviceDays;
        blockedUntilYears = Math.max(blockedUntilYears, untilYears);
    }

    double blockedUntilYears() {
        return blockedUntilYears;
    }

    double announcedUsd() {
        return announcedUsd;
    }

    double collectedUsd() {
        return collectedUsd;
    }

    int orders() {
        return orders;
    }

    int suspensions() {
        return suspensions;
    }

    int blocks() {
        return blocks;
    }

    double firstMeasureYears() {
        return firstMeasureYears;
    }

    double blockedDeviceDays() {
        return blockedDeviceDays;
    }

    double suspendedDays() {
        return suspendedDays;
    }
}
