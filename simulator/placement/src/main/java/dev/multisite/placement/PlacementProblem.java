package dev.multisite.placement;

import java.util.List;

/**
 * Customers to be served from sites that may be opened. Each customer is served whole by one open site; serving customer
 * i from site j costs {@code serveCost(i, j)}, infinity where it may not be served from there; opening site j costs
 * {@code openCost(j)}. With opening costs of 0 and a fixed number of sites this is the p-median problem (Hakimi 1964),
 * with opening costs the uncapacitated facility location problem.
 */
public final class PlacementProblem {

    private final List<String> sites;
    private final List<String> customers;
    private final double[][] serveCost;
    private final double[] openCost;
    private final int fewest;
    private final int most;
    private final SpareCapacity spare;

    /**
     * @param sites names of the candidate sites
     * @param customers names of the customers
     * @param serveCost per customer and site the cost of serving all its demand; infinity: not allowed
     * @param openCost per site, at least 0
     * @param fewest fewest open sites, at least 1
     * @param most most open sites
     * @param spare capacity asked for
     * @throws IllegalArgumentException if the sizes differ or the bounds on the number of sites make no sense
     */
    public PlacementProblem(
            List<String> sites,
            List<String> customers,
            double[][] serveCost,
            double[] openCost,
            int fewest,
            int most,
            SpareCapacity spare) {
        if (serveCost.length != customers.size() || openCost.length != sites.size()) {
            throw new IllegalArgumentException(customers.size() + " customers and " + sites.size()
                    + " sites, but costs for " + serveCost.length + " and " + openCost.length);
        }
        for (double[] row : serveCost) {
            if (row.length != sites.size()) {
                throw new IllegalArgumentException(
                        "a customer has " + row.length + " costs for " + sites.size() + " sites");
            }
        }
        if (fewest < 1 || most < fewest || most > sites.size()) {
            throw new IllegalArgumentException(
                    "cannot open " + fewest + " to " + most + " of " + sites.size() + " sites");
        }
        this.sites = List.copyOf(sites);
        this.customers = List.copyOf(customers);
        this.serveCost = copy(serveCost);
        this.openCost = openCost.clone();
        this.fewest = fewest;
        this.most = most;
        this.spare = spare;
    }

    /**
     * Capacity that the open sites must have together.
     *
     * @param load load of all customers in the worst hour, in the unit of the capacities; 0: no constraint
     * @param capacities capacity per site, empty where {@code load} is 0
     * @param survivesAnyOne whether the load must still fit when any one open site is lost
     */
    public record SpareCapacity(double load, List<Double> capacities, boolean survivesAnyOne) {

        public static final SpareCapacity NONE = new SpareCapacity(0, List.of(), false);

        public SpareCapacity {
            capacities = List.copyOf(capacities);
        }
    }

    public List<String> sites() {
        return sites;
    }

    public List<String> customers() {
        return customers;
    }

    /** Returns the cost of serving {@code customer} from {@code site}; infinity: not allowed. */
    public double serveCost(int customer, int site) {
        return serveCost[customer][site];
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

    public SpareCapacity spare() {
        return spare;
    }

    /** Returns the cheapest of {@code open} for {@code customer}, -1 if none may serve it. */
    int cheapest(int customer, Iterable<Integer> open) {
        int best = -1;
        for (int site : open) {
            double cost = serveCost[customer][site];
            if (cost < Double.POSITIVE_INFINITY && (best < 0 || cost < serveCost[customer][best])) {
                best = site;
            }
        }
        return best;
    }

    /** Returns the total cost with {@code open} sites; infinity if a customer cannot be served or capacity is missing. */
    public double cost(List<Integer> open) {
        double sum = 0;
        for (int site : open) {
            sum += openCost[site];
        }
        for (int customer = 0; customer < serveCost.length; customer++) {
            int site = cheapest(customer, open);
            if (site < 0) {
                return Double.POSITIVE_INFINITY;
            }
            sum += serveCost[customer][site];
        }
        return hasCapacity(open) ? sum : Double.POSITIVE_INFINITY;
    }

    private boolean hasCapacity(List<Integer> open) {
        if (spare.load() <= 0) {
            return true;
        }
        double total = 0;
        double largest = 0;
        for (int site : open) {
            total += spare.capacities().get(site);
            largest = Math.max(largest, spare.capacities().get(site));
        }
        return total - (spare.survivesAnyOne() ? largest : 0) >= spare.load();
    }

    private static double[][] copy(double[][] matrix) {
        double[][] result = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            result[i] = matrix[i].clone();
        }
        return result;
    }
}
