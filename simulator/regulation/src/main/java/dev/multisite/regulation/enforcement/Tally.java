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
    private int closures;
    private double unsoldDevices;
    private double closedUntilYears;

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

    /** An order to take no new users that begins while another one lasts only prolongs it. */
    void close(double devices, double untilYears) {
        closures++;
        unsoldDevices += devices;
        closedUntilYears = Math.max(closedUntilYears, untilYears);
    }

    double closedUntilYears() {
        return closedUntilYears;
    }

    int closures() {
        return closures;
    }

    double unsoldDevices() {
        return unsoldDevices;
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
