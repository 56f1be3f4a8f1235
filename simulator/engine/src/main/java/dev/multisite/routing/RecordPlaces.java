package dev.multisite.routing;

import java.util.BitSet;

/**
 * Where the records are that requests are about. The period is cut into epochs; within one, all that changes is how many
 * records have moved.
 */
public interface RecordPlaces {

    /** No request needs records of another site. */
    RecordPlaces AT_HAND = new RecordPlaces() {

        @Override
        public double[] epochStarts() {
            return new double[] {0};
        }

        @Override
        public RecordNeed need(int epoch, int source) {
            return RecordNeed.NONE;
        }

        @Override
        public double throughputShare(int epoch, int site) {
            return 1;
        }

        @Override
        public BitSet readFrom() {
            return new BitSet();
        }

        @Override
        public double roundTripSeconds(int site, int holder) {
            return 0;
        }
    };

    /** Returns where the epochs start, seconds, ascending; the first at 0. */
    double[] epochStarts();

    /** Returns which records the requests of {@code source} need in {@code epoch}. */
    RecordNeed need(int epoch, int source);

    /** Returns the share of a site's connection that moving records leave to requests, above 0 to 1. */
    double throughputShare(int epoch, int site);

    /** Returns the sites that another site ever reads from: their outages count. */
    BitSet readFrom();

    /** Returns the mean time that {@code site} waits for records of {@code holder}, seconds. */
    double roundTripSeconds(int site, int holder);
}
