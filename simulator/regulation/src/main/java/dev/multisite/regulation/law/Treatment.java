package dev.multisite.regulation.law;

/**
 * How a law reads one question, e.g. whether encrypted data are personal data.
 *
 * @param counts whether the data are personal, or the movement is one that the law regulates
 * @param pBreach probability that the strict reading holds, 1 if it certainly does, 0 if it certainly does not
 * @param why reason of a contested reading, may be empty otherwise
 * @param duty what remains to be done although the movement is not regulated, may be empty
 */
public record Treatment(boolean counts, double pBreach, String why, String duty) {

    public static final Treatment COUNTS = new Treatment(true, 1, "", "");
    public static final Treatment DOES_NOT_COUNT = new Treatment(false, 0, "", "");

    /** Returns whether lawyers disagree. */
    public boolean contested() {
        return counts && pBreach < 1;
    }

    public static Treatment contested(double pBreach, String why) {
        return new Treatment(true, pBreach, why, "");
    }
}
