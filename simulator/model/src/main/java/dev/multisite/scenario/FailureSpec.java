package dev.multisite.scenario;

/** How something fails and is repaired: an alternating renewal process of up times and down times. */
public sealed interface FailureSpec {

    /** What a device sees of a site that is down. */
    enum Symptom {
        /** No answer: the attempt ends at its timeout or at the connect timeout. */
        HANGS,
        /** An error after one round trip. */
        REFUSED
    }

    /** Never fails. */
    record Never() implements FailureSpec {}

    /**
     * Fails after an up time, works again after a repair.
     *
     * @param upTime time from repair to next failure, seconds
     * @param repair time from failure to repair, seconds
     * @param destroysData share of the failures that destroy the records kept there, 0 to 1
     */
    record Renewal(DistributionSpec upTime, DistributionSpec repair, Symptom symptom, double destroysData)
            implements FailureSpec {

        /** Failures that leave records as they are. */
        public Renewal(DistributionSpec upTime, DistributionSpec repair, Symptom symptom) {
            this(upTime, repair, symptom, 0);
        }
    }
}
