package dev.multisite.optimize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.placement.PlacementProblem;
import dev.multisite.placement.PlacementProblem.Capacity;
import dev.multisite.scenario.OptimizeSpec;
import dev.multisite.scenario.OptimizeSpec.Aim;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.simulation.DemandPoints;
import dev.multisite.simulation.DemandPoints.Point;

/**
 * The deterministic model of a scenario: demand points, candidates, and what serving each from each means. Every point is
 * served by the open candidate with the shortest round trip that may serve it, which is what {@code policy: lowest-latency}
 * does.
 */
public final class SiteChoice {

    private final Scenario scenario;
    private final OptimizeSpec question;
    private final List<SiteSpec> sites;
    private final DemandPoints demand;
    private final double[] weight;
    private final double[][] distance;
    private final double[][] serveUsd;
    private final double[] openUsd;
    private final double[][] lost;
    private final double[][] exposed;
    private final PlacementProblem nearest;

    private SiteChoice(Scenario scenario, List<SiteSpec> sites, DemandPoints demand) {
        this.scenario = scenario;
        this.question = scenario.optimize();
        this.sites = List.copyOf(sites);
        this.demand = demand;
        int points = demand.points().size();
        this.weight = new double[points];
        this.distance = new double[points][sites.size()];
        this.serveUsd = new double[points][sites.size()];
        this.openUsd = new double[sites.size()];
        this.lost = new double[2][sites.size()];
        this.exposed = new double[points][sites.size()];
        expose(SiteExposure.of(scenario, sites));
        double all = demand.points().stream().mapToDouble(Point::requests).sum();
        for (int i = 0; i < points; i++) {
            weight[i] = demand.points().get(i).requests() / all;
        }
        for (int j = 0; j < sites.size(); j++) {
            fill(j, new SiteFigures(scenario, sites.get(j)));
        }
        this.nearest =
                PlacementProblem.of(siteNames(), pointNames()).serving(distance).build();
    }

    /**
     * Returns the model of the scenario's question.
     *
     * @throws IllegalArgumentException if nobody asks for anything; the message is for the user
     */
    public static SiteChoice of(Scenario scenario, Catalogue catalogue) {
        List<SiteSpec> sites = scenario.optimize().candidates().stream()
                .map(name -> Objects.requireNonNull(scenario.sites().get(name)))
                .toList();
        DemandPoints demand = DemandPoints.of(scenario, catalogue, sites);
        if (demand.points().isEmpty()) {
            throw new IllegalArgumentException("there is no demand in the period, so any choice of sites is as good");
        }
        requireRecords(scenario);
        return new SiteChoice(scenario, sites, demand);
    }

    private static void requireRecords(Scenario scenario) {
        OptimizeSpec question = scenario.optimize();
        boolean asked = question.keepsLaws()
                || question.minimise() == Aim.EXPOSURE
                || question.subjectTo().stream().anyMatch(limit -> limit.aim() == Aim.EXPOSURE);
        if (asked && !scenario.keepsRecords()) {
            throw new IllegalArgumentException(
                    "optimize asks what laws say, but no service keeps records (services.*.stores)");
        }
    }

    /** A centre has its share of its population's records, where it is served. */
    private void expose(SiteExposure laws) {
        Map<String, Double> requests = new HashMap<>();
        demand.points().forEach(point -> requests.merge(point.population(), point.requests(), Double::sum));
        for (int i = 0; i < exposed.length; i++) {
            Point point = demand.points().get(i);
            double share = point.requests() / requests.getOrDefault(point.population(), 1.0);
            for (int j = 0; j < sites.size(); j++) {
                exposed[i][j] = share * laws.nonCompliantRecordYears(point.population(), j);
            }
        }
    }

    private void fill(int site, SiteFigures figures) {
        openUsd[site] = figures.openUsd();
        lost[0][site] = figures.lostShare(false);
        lost[1][site] = figures.lostShare(true);
        for (int i = 0; i < weight.length; i++) {
            Point point = demand.points().get(i);
            boolean excluded =
                    excludes(point, sites.get(site).name()) || (question.keepsLaws() && exposed[i][site] > 0);
            distance[i][site] = excluded ? Double.POSITIVE_INFINITY : demand.rttMillis(i, site);
            serveUsd[i][site] = figures.serveUsd(point.egressGb(), point.coreSeconds());
        }
    }

    private boolean excludes(Point point, String site) {
        return question.exclude().stream()
                .anyMatch(rule -> rule.sites().contains(site)
                        && (rule.audience().contains(point.population())
                                || rule.audience().contains(point.country())));
    }

    public Scenario scenario() {
        return scenario;
    }

    public List<SiteSpec> sites() {
        return sites;
    }

    public List<Point> points() {
        return demand.points();
    }

    /** Returns the site of {@code open} that serves a point, -1 if none may. */
    public int servedBy(int point, List<Integer> open) {
        return nearest.nearest(point, open);
    }

    /** Returns the modelled round trip in milliseconds, infinity where the site may not serve the point. */
    public double rttMillis(int point, int site) {
        return distance[point][site];
    }

    /** Returns whether money or failures depend on the choice, so that there is something to weigh against latency. */
    boolean hasTradeOffs() {
        double sum = 0;
        for (int j = 0; j < sites.size(); j++) {
            sum += openUsd[j] + serveUsd[0][j] + lost[0][j] + lost[1][j];
            for (double[] point : exposed) {
                sum += point[j];
            }
        }
        return sum > 0;
    }

    /**
     * Returns the questions to put to the solver; the best answer of all is the best. One site alone loses requests for a
     * whole outage, several only until devices know, so these are two questions where failures count.
     */
    List<PlacementProblem> problems(Weights weights) {
        boolean failures =
                weights.failures() > 0 || question.subjectTo().stream().anyMatch(limit -> limit.aim() == Aim.FAILURES);
        if (failures
                && question.fewest() == 1
                && question.most() > 1
                && question.keep().size() < 2) {
            return List.of(problem(weights, 1, 1), problem(weights, 2, question.most()));
        }
        return List.of(problem(weights, question.fewest(), question.most()));
    }

    /** How the figures are weighed against each other. */
    record Weights(double latency, double cost, double failures, double exposure) {

        static Weights of(OptimizeSpec question) {
            return switch (question.minimise()) {
                case LATENCY -> new Weights(1, 0, 0, 0);
                case COST -> new Weights(question.latencyPriceUsdPerMs(), 1, 0, 0);
                case FAILURES -> new Weights(0, 0, 1, 0);
                case EXPOSURE -> new Weights(0, 0, 0, 1);
            };
        }

        double of(ChoiceFigures figures) {
            return latency * figures.latencyMillis()
                    + cost * figures.costUsd()
                    + failures * figures.failureRate()
                    + exposure * figures.exposureRecordYears();
        }
    }

    private PlacementProblem problem(Weights weights, int fewest, int most) {
        boolean alone = most == 1;
        return PlacementProblem.of(siteNames(), pointNames())
                .serving(served(weights, alone))
                .nearestBy(distance)
                .opening(scaled(openUsd, weights.cost()))
                .between(fewest, most)
                .keeping(question.keep().stream().map(this::index).toList())
                .within(capacity())
                .limiting(question.subjectTo().stream()
                        .map(limit -> limit(limit, alone))
                        .toList())
                .build();
    }

    private List<String> siteNames() {
        return sites.stream().map(SiteSpec::name).toList();
    }

    private List<String> pointNames() {
        return demand.points().stream()
                .map(point -> point.population() + "/" + point.centre())
                .toList();
    }

    private int index(String site) {
        return question.candidates().indexOf(site);
    }

    private double[][] served(Weights weights, boolean alone) {
        double[][] result = new double[weight.length][sites.size()];
        for (int i = 0; i < result.length; i++) {
            for (int j = 0; j < sites.size(); j++) {
                double rtt = distance[i][j] < Double.POSITIVE_INFINITY ? distance[i][j] : 0;
                result[i][j] = weights.latency() * weight[i] * rtt
                        + weights.cost() * serveUsd[i][j]
                        + weights.failures() * weight[i] * lost[alone ? 1 : 0][j]
                        + weights.exposure() * exposed[i][j];
            }
        }
        return result;
    }

    private static double[] scaled(double[] values, double factor) {
        double[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] *= factor;
        }
        return result;
    }

    private Capacity capacity() {
        boolean unlimited = question.maxUtilisation() == Double.POSITIVE_INFINITY;
        if (unlimited && !question.survivesAnyOne()) {
            return Capacity.UNLIMITED;
        }
        double[] load = demand.points().stream().mapToDouble(Point::peakCores).toArray();
        double[] most = sites.stream()
                .mapToDouble(site ->
                        new SiteFigures(scenario, site).capacityCores(unlimited ? 1e12 : question.maxUtilisation()))
                .toArray();
        return new Capacity(load, most, question.survivesAnyOne());
    }

    private PlacementProblem.Limit limit(OptimizeSpec.Limit limit, boolean alone) {
        Weights unit = switch (limit.aim()) {
            case LATENCY -> new Weights(1, 0, 0, 0);
            case COST -> new Weights(0, 1, 0, 0);
            case FAILURES -> new Weights(0, 0, 1, 0);
            case EXPOSURE -> new Weights(0, 0, 0, 1);
        };
        double[][] serve = served(unit, alone);
        double share = 0;
        for (int i = 0; i < serve.length; i++) {
            boolean counts = limit.population().isEmpty()
                    || demand.points().get(i).population().equals(limit.population());
            share += counts ? weight[i] : 0;
            if (!counts) {
                serve[i] = new double[sites.size()];
            }
        }
        boolean mean = limit.aim() == Aim.LATENCY || limit.aim() == Aim.FAILURES;
        double atMost = mean ? limit.atMost() * share : limit.atMost();
        String name = limit.aim().metric() + (limit.population().isEmpty() ? "" : "(" + limit.population() + ")");
        return new PlacementProblem.Limit(name, serve, scaled(openUsd, unit.cost()), atMost);
    }

    /** Returns what the model says about a set of sites that serves everyone. */
    public ChoiceFigures figures(List<Integer> open) {
        double latency = 0;
        double cost = 0;
        double failures = 0;
        double exposure = 0;
        for (int site : open) {
            cost += openUsd[site];
        }
        for (int i = 0; i < weight.length; i++) {
            int site = nearest.nearest(i, open);
            latency += weight[i] * distance[i][site];
            cost += serveUsd[i][site];
            failures += weight[i] * lost[open.size() == 1 ? 1 : 0][site];
            exposure += exposed[i][site];
        }
        return new ChoiceFigures(latency, cost, failures, exposure);
    }

    /** Returns the names of a set of sites. */
    public List<String> names(List<Integer> open) {
        return open.stream().map(site -> sites.get(site).name()).toList();
    }
}
