package dev.multisite.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Customers to be served from sites that may be opened. Each customer is served whole by the nearest open site that may
 * serve it; serving customer i from site j costs {@code serveCost(i, j)}, opening site j costs {@code openCost(j)}. Where
 * distance and cost of serving are the same, opening costs are 0 and the number of sites is fixed, this is the p-median
 * problem (Hakimi 1964); with opening costs it is the uncapacitated facility location problem. Immutable.
 */
public final class PlacementProblem {

    private static final double TOLERANCE = 1e-9;

    private final List<String> sites;
    private final List<String> customers;
    private final double[][] serveCost;
    private final double[][] distance;
    private final double[] openCost;
    private final int fewest;
    private final int most;
    private final List<Integer> kept;
    private final Capacity capacity;
    private final List<Limit> limits;

    private PlacementProblem(Builder from) {
        this.sites = from.sites;
        this.customers = from.customers;
        this.serveCost = copy(from.serveCost);
        this.distance = copy(from.distance);
        this.openCost = from.openCost.clone();
        this.fewest = from.fewest;
        this.most = from.most;
        this.kept = from.kept;
        this.capacity = from.capacity;
        this.limits = from.limits;
    }

    /** Begins a problem: serving and opening cost nothing, any number of sites may be opened. */
    public static Builder of(List<String> sites, List<String> customers) {
        return new Builder(sites, customers);
    }

    public List<String> sites() {
        return sites;
    }

    public List<String> customers() {
        return customers;
    }

    /** Returns the cost of serving {@code customer} from {@code site}. */
    public double serveCost(int customer, int site) {
        return serveCost[customer][site];
    }

    /** Returns how far {@code site} is from {@code customer}; infinity: it may not serve it. */
    public double distance(int customer, int site) {
        return distance[customer][site];
    }

    public double openCost(int site) {
        return openCost[site];
    }

    public int fewest() {
        return fewest;
    }

    public int most() {
        return most;
    }

    /** Returns the sites that are open in every placement, ascending. */
    public List<Integer> kept() {
        return kept;
    }

    public Capacity capacity() {
        return capacity;
    }

    public List<Limit> limits() {
        return limits;
    }

    /** Returns whether {@code site} may serve {@code customer}. */
    public boolean mayServe(int customer, int site) {
        return distance[customer][site] < Double.POSITIVE_INFINITY;
    }

    /** Returns the nearest of {@code open} that may serve {@code customer}, -1 if none may. Of equals the first counts. */
    public int nearest(int customer, List<Integer> open) {
        return nearest(customer, open, -1);
    }

    private int nearest(int customer, List<Integer> open, int lost) {
        int best = -1;
        double[] row = distance[customer];
        for (int i = 0; i < open.size(); i++) {
            int site = open.get(i);
            boolean nearer = row[site] < Double.POSITIVE_INFINITY
                    && (best < 0 || row[site] < row[best] || (row[site] == row[best] && site < best));
            if (site != lost && nearer) {
                best = site;
            }
        }
        return best;
    }

    /**
     * Returns the total cost with {@code open} sites; infinity if a customer cannot be served, capacity is missing or a
     * limit is broken.
     */
    public double cost(List<Integer> open) {
        int[] servedBy = new int[customers.size()];
        for (int customer = 0; customer < servedBy.length; customer++) {
            servedBy[customer] = nearest(customer, open);
            if (servedBy[customer] < 0) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double cost = total(serveCost, openCost, open, servedBy);
        for (Limit limit : limits) {
            double value = total(limit.serve, limit.open, open, servedBy);
            if (value > limit.atMost + TOLERANCE * Math.max(1, Math.abs(limit.atMost))) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return open.containsAll(kept) && hasCapacity(open) ? cost : Double.POSITIVE_INFINITY;
    }

    private static double total(double[][] serve, double[] opening, List<Integer> open, int[] servedBy) {
        double sum = 0;
        for (int i = 0; i < open.size(); i++) {
            sum += opening[open.get(i)];
        }
        for (int customer = 0; customer < servedBy.length; customer++) {
            sum += serve[customer][servedBy[customer]];
        }
        return sum;
    }

    private boolean hasCapacity(List<Integer> open) {
        if (!capacity.binds()) {
            return true;
        }
        boolean fits = fits(open, -1);
        for (int i = 0; fits && capacity.survivesAnyOne && i < open.size(); i++) {
            fits = fits(open, open.get(i));
        }
        return fits;
    }

    private boolean fits(List<Integer> open, int lost) {
        double[] load = new double[sites.size()];
        for (int customer = 0; customer < customers.size(); customer++) {
            int site = nearest(customer, open, lost);
            if (site < 0) {
                return false;
            }
            load[site] += capacity.load[customer];
        }
        for (int site = 0; site < load.length; site++) {
            if (load[site] > capacity.limit[site] * (1 + TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    private static double[][] copy(double[][] matrix) {
        double[][] result = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            result[i] = matrix[i].clone();
        }
        return result;
    }

    /** What the sites can carry. */
    public static final class Capacity {

        /** Sites carry any load. */
        public static final Capacity UNLIMITED = new Capacity(new double[0], new double[0], false);

        private final double[] load;
        private final double[] limit;
        private final boolean survivesAnyOne;

        /**
         * @param load load of each customer
         * @param limit most load of each site, in the same unit
         * @param survivesAnyOne whether the load must still fit when any one open site is lost and its customers go to
         *     their next nearest site
         */
        public Capacity(double[] load, double[] limit, boolean survivesAnyOne) {
            this.load = load.clone();
            this.limit = limit.clone();
            this.survivesAnyOne = survivesAnyOne;
        }

        public double load(int customer) {
            return load[customer];
        }

        public double limit(int site) {
            return limit[site];
        }

        public boolean survivesAnyOne() {
            return survivesAnyOne;
        }

        /** Returns the load of all customers. */
        public double totalLoad() {
            double sum = 0;
            for (double value : load) {
                sum += value;
            }
            return sum;
        }

        /** Returns whether some choice of sites may be too small, or one site alone would not survive its own loss. */
        public boolean binds() {
            double total = totalLoad();
            boolean small = false;
            for (double value : limit) {
                small |= total > value * (1 + TOLERANCE);
            }
            return survivesAnyOne || small;
        }
    }

    /** An upper limit on a sum over the open sites and over the customers' sites. */
    public static final class Limit {

        private final String name;
        private final double[][] serve;
        private final double[] open;
        private final double atMost;

        /**
         * @param name for messages
         * @param serve what serving adds, per customer and site
         * @param open what opening adds, per site
         */
        public Limit(String name, double[][] serve, double[] open, double atMost) {
            this.name = name;
            this.serve = copy(serve);
            this.open = open.clone();
            this.atMost = atMost;
        }

        public String name() {
            return name;
        }

        public double serve(int customer, int site) {
            return serve[customer][site];
        }

        public double open(int site) {
            return open[site];
        }

        public double atMost() {
            return atMost;
        }
    }

    /** Collects the parts of a problem. */
    public static final class Builder {

        private final List<String> sites;
        private final List<String> customers;
        private double[][] serveCost;
        private double[][] distance;
        private double[] openCost;
        private int fewest = 1;
        private int most;
        private List<Integer> kept = List.of();
        private Capacity capacity = Capacity.UNLIMITED;
        private List<Limit> limits = List.of();

        private Builder(List<String> sites, List<String> customers) {
            this.sites = List.copyOf(sites);
            this.customers = List.copyOf(customers);
            this.serveCost = new double[customers.size()][sites.size()];
            this.distance = serveCost;
            this.openCost = new double[sites.size()];
            this.most = sites.size();
        }

        /** Sets the cost of serving per customer and site, which is the distance too: infinity where not allowed. */
        public Builder serving(double[][] cost) {
            this.serveCost = copy(cost);
            this.distance = serveCost;
            return this;
        }

        /** Sets the distance per customer and site, infinity where the site may not serve; after {@link #serving}. */
        public Builder nearestBy(double[][] distances) {
            this.distance = copy(distances);
            return this;
        }

        public Builder opening(double[] cost) {
            this.openCost = cost.clone();
            return this;
        }

        /** Sets the fewest and the most sites to open. */
        public Builder between(int fewestSites, int mostSites) {
            this.fewest = fewestSites;
            this.most = mostSites;
            return this;
        }

        public Builder keeping(List<Integer> open) {
            this.kept = List.copyOf(new TreeSet<>(open));
            return this;
        }

        public Builder within(Capacity limit) {
            this.capacity = limit;
            return this;
        }

        public Builder limiting(List<Limit> all) {
            this.limits = List.copyOf(all);
            return this;
        }

        /** @throws IllegalArgumentException if sizes differ or the bounds on the number of sites make no sense */
        public PlacementProblem build() {
            requireSize("costs of serving", serveCost);
            requireSize("distances", distance);
            if (openCost.length != sites.size()) {
                throw new IllegalArgumentException(openCost.length + " opening costs for " + sites.size() + " sites");
            }
            if (fewest < 1 || most < fewest || most > sites.size() || kept.size() > most) {
                throw new IllegalArgumentException(
                        "cannot open " + fewest + " to " + most + " of " + sites.size() + " sites");
            }
            return new PlacementProblem(this);
        }

        private void requireSize(String what, double[][] matrix) {
            List<Integer> wrong = new ArrayList<>();
            for (double[] row : matrix) {
                if (row.length != sites.size()) {
                    wrong.add(row.length);
                }
            }
            if (matrix.length != customers.size() || !wrong.isEmpty()) {
                throw new IllegalArgumentException(
                        what + " must be given for " + customers.size() + " customers and " + sites.size() + " sites");
            }
        }
    }
}
