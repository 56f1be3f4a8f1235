package dev.multisite.world;

/**
 * Static network parameters for every (endpoint, site), in arrays indexed by {@code endpoint * sites + site}.
 *
 * <p>A leg (one way) takes {@code medianLegSeconds * exp(sigma * Z)}, Z standard normal and drawn independently for each
 * leg, plus {@code floorLegSeconds}, which does not vary. The median round trip is twice the sum of both where sigma is
 * small, and more where it is not.
 */
public final class PathTable {

    /** A leg ten standard deviations above its median is e^500 times as long: no network varies more. */
    public static final double LARGEST_SIGMA = 50;

    private final int sites;
    private final double[] floorLegSeconds;
    private final double[] medianLegSeconds;
    private final double[] sigma;
    private final double[] loss;
    private final double[] bytesPerSecond;
    private final double retransmissionTimeoutSeconds;

    /**
     * @param sites number of sites
     * @param floorLegSeconds fixed part of a leg
     * @param medianLegSeconds median of the varying part of a leg
     * @param sigma sigma of the varying part, at most {@link #LARGEST_SIGMA}
     * @param loss probability that a round trip loses a packet
     * @param bytesPerSecond throughput for payloads; infinity: payloads take no time
     * @param retransmissionTimeoutSeconds wait after a loss; doubles from loss to loss of the same packet
     * @throws IllegalArgumentException if a sigma is too large
     */
    public PathTable(
            int sites,
            double[] floorLegSeconds,
            double[] medianLegSeconds,
            double[] sigma,
            double[] loss,
            double[] bytesPerSecond,
            double retransmissionTimeoutSeconds) {
        this.sites = sites;
        this.floorLegSeconds = floorLegSeconds.clone();
        this.medianLegSeconds = medianLegSeconds.clone();
        this.sigma = sigma.clone();
        for (double each : sigma) {
            if (!(each <= LARGEST_SIGMA)) {
                throw new IllegalArgumentException("sigma of a leg: " + each + ", not at most " + LARGEST_SIGMA);
            }
        }
        this.loss = loss.clone();
        this.bytesPerSecond = bytesPerSecond.clone();
        this.retransmissionTimeoutSeconds = retransmissionTimeoutSeconds;
    }

    public int sites() {
        return sites;
    }

    public int endpoints() {
        return sites == 0 ? 0 : floorLegSeconds.length / sites;
    }

    public double floorLegSeconds(int endpoint, int site) {
        return floorLegSeconds[endpoint * sites + site];
    }

    public double medianLegSeconds(int endpoint, int site) {
        return medianLegSeconds[endpoint * sites + site];
    }

    public double sigma(int endpoint, int site) {
        return sigma[endpoint * sites + site];
    }

    public double loss(int endpoint, int site) {
        return loss[endpoint * sites + site];
    }

    public double bytesPerSecond(int endpoint, int site) {
        return bytesPerSecond[endpoint * sites + site];
    }

    public double retransmissionTimeoutSeconds() {
        return retransmissionTimeoutSeconds;
    }
}
