package dev.multisite.demand;

/**
 * Bass diffusion without churn: every adopter keeps the device. Devices lost earlier to events stay lost, so the base
 * may be smaller than the number of adopters.
 */
record BassSegment(double devicesAtStart, double market, BassDiffusion diffusion) implements BaseSegment {

    @Override
    public double devices(double seconds) {
        return devicesAtStart + market * (diffusion.share(seconds) - diffusion.shareAtStart());
    }

    @Override
    public double deviceSeconds(double seconds) {
        double lost = devicesAtStart - market * diffusion.shareAtStart();
        return lost * seconds + market * diffusion.shareSeconds(seconds);
    }

    @Override
    public double adopters(double seconds, double adoptersAtStart) {
        return market * diffusion.share(seconds);
    }
}
