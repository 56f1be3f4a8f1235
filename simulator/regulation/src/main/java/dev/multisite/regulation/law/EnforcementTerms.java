package dev.multisite.regulation.law;

/**
 * How a law is enforced. Most of it is assumption; the file says which.
 *
 * @param complaintRatePerYear complaints per year against a large brand in breach
 * @param complaintsPerMillionPerYear further complaints per year and million records in breach, times publicity
 * @param selfStartRatePerYear proceedings per year that the authority opens itself
 * @param triageYears years from a complaint to the opening of an investigation
 * @param durationYears years from complaint to decision
 * @param outcome what an investigation ends with
 * @param shareOfCapFirst fine as a share of the maximum, first offence
 * @param shareOfCapRepeat fine as a share of the maximum, repeated offence
 * @param collectedShare share of an announced fine that is collected
 * @param appeal what happens on appeal
 * @param blockDays days that a block or a stop lasts
 * @param stated whether the file states these terms; otherwise they are the general assumption
 */
public record EnforcementTerms(
        Distribution complaintRatePerYear,
        double complaintsPerMillionPerYear,
        double selfStartRatePerYear,
        Distribution triageYears,
        Distribution durationYears,
        Outcomes outcome,
        Distribution shareOfCapFirst,
        Distribution shareOfCapRepeat,
        Distribution collectedShare,
        Appeal appeal,
        Distribution blockDays,
        boolean stated) {

    /**
     * Probabilities of what an investigation ends with; they add up to 1.
     *
     * @param none no measure
     * @param orderOnly an order to comply
     * @param fineAndOrder a fine and an order
     * @param suspension an order to stop transfers
     * @param stopNewUsers an order to take no new users
     * @param block the service is blocked
     */
    public record Outcomes(
            double none, double orderOnly, double fineAndOrder, double suspension, double stopNewUsers, double block) {}

    /**
     * Appeal against a fine.
     *
     * @param rate share of the fines that are appealed
     * @param years years until the appeal is decided
     * @param reduced probability that the fine is reduced
     * @param annulled probability that it is annulled
     * @param reducedTo share of the fine that is left after a reduction
     */
    public record Appeal(double rate, Distribution years, double reduced, double annulled, Distribution reducedTo) {
        public static final Appeal NONE = new Appeal(0, new Distribution.Fixed(0), 0, 0, new Distribution.Fixed(1));
    }

    /**
     * Returns the general assumption for laws without terms of their own: complaints as for a large brand in the EU, other
     * regulators' time to a decision (median 0.7 years, four cases), outcomes of European decisions on transfers.
     */
    public static EnforcementTerms general() {
        return new EnforcementTerms(
                new Distribution.Pert(0.02, 0.10, 0.50),
                0,
                0,
                new Distribution.Fixed(0),
                new Distribution.LogNormal(0.7, 0.9),
                new Outcomes(0.23, 0.54, 0.23, 0, 0, 0),
                new Distribution.Beta(2, 8),
                new Distribution.Beta(2, 8),
                new Distribution.Bernoulli(0.6),
                Appeal.NONE,
                new Distribution.Fixed(0),
                false);
    }
}
