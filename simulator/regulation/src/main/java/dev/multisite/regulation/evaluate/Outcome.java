package dev.multisite.regulation.evaluate;

/**
 * What one rule, or one movement under a rule, comes to.
 *
 * @param verdict what it says
 * @param p probability of a breach
 * @param reading identifies the contested reading behind an uncertain outcome: the same reading does not count twice
 * @param rule id of the rule
 * @param because reason
 */
record Outcome(Verdict verdict, double p, String reading, String rule, String because) {

    static Outcome breach(String rule, String because) {
        return new Outcome(Verdict.BREACH, 1, "", rule, because);
    }

    static Outcome uncertain(double p, String reading, String rule, String because) {
        return new Outcome(Verdict.UNCERTAIN, p, reading, rule, because);
    }

    static Outcome compliant(String rule, String duty, String because) {
        return duty.isEmpty()
                ? new Outcome(Verdict.COMPLIANT, 0, "", rule, because)
                : new Outcome(Verdict.COMPLIANT_DUTY, 0, "", rule, because + " Still to be done: " + duty + ".");
    }

    static Outcome unknown(String rule, String because) {
        return new Outcome(Verdict.UNKNOWN, Double.NaN, "", rule, because);
    }
}
