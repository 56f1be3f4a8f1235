package dev.multisite.statistics;

/** Erlang's formulas for M/M/c (Erlang 1917), by the stable recursion over the number of servers. */
public final class Erlang {
    private Erlang() {}

    /**
     * Returns the probability that all of {@code servers} servers without a queue are busy (Erlang B).
     *
     * @param erlangs offered load, at least 0
     */
    public static double blocking(int servers, double erlangs) {
        double blocking = 1;
        for (int n = 1; n <= servers; n++) {
            blocking = erlangs * blocking / (n + erlangs * blocking);
        }
        return blocking;
    }

    /**
     * Returns the probability of waiting for one of {@code servers} servers (Erlang C).
     *
     * @param erlangs offered load, below {@code servers}
     */
    public static double waiting(int servers, double erlangs) {
        double blocking = blocking(servers, erlangs);
        double load = erlangs / servers;
        return blocking / (1 - load + load * blocking);
    }

    /** Returns the mean wait over all requests, in the unit of the mean service time. */
    public static double meanWait(int servers, double erlangs, double meanService) {
        return waiting(servers, erlangs) * meanService / (servers - erlangs);
    }
}
