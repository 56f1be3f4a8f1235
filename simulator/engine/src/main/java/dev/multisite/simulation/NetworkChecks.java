package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

import dev.multisite.simulation.LoadSweep.Stretch;
import dev.multisite.simulation.ReplicationResult.Check;
import dev.multisite.world.PathTable;
import dev.multisite.world.Routing.Regime;
import dev.multisite.world.ServiceTraffic;
import dev.multisite.world.World.Source;

/**
 * The time that the requests of each population spend on the network: the mean of the network model over sources and
 * routes, weighted by their requests, against what remains of the mean response time without waits and work. Left out
 * where so many requests are tried again that their pauses would show.
 */
final class NetworkChecks {

    /** Largest share of the response time that retries may blur. */
    private static final double MOST_BLURRED = 0.05;

    /** Losses more probable than this have no useful mean: the timeout doubles from loss to loss. */
    private static final double MOST_LOSS = 0.2;

    private static final double SEGMENT_BYTES = 1460;
    private static final double INITIAL_WINDOW = 10;
    private static final double SET_UP_LEGS = 4;
    private static final double SET_UP_ROUND_TRIPS = 2;
    private static final double SLACK = 3e-3;
    private static final double SAMPLED_SLACK = 0.03;
    private static final double SAMPLED_WORTH = 0.25;

    /** Standard deviation of response times, as a multiple of their mean; more than any access technology has. */
    private static final double SPREAD = 2;

    private final Replication replication;
    private final Measurement measurement;
    private final TotalsCube cube;
    private final double[] networkSeconds;
    private final double[] coreSeconds;
    private final double[] requests;

    NetworkChecks(Replication replication, Measurement measurement, TotalsCube cube) {
        this.replication = replication;
        this.measurement = measurement;
        this.cube = cube;
        int populations = replication.model().who().populations().size();
        this.networkSeconds = new double[populations];
        this.coreSeconds = new double[populations];
        this.requests = new double[populations];
    }

    /** What a request of each class takes on average in one state of routing and sites. */
    private static final class Means {
        private final double[] share;
        private final double[] network;
        private final double[] core;

        private Means(int classes) {
            share = new double[classes];
            network = new double[classes];
            core = new double[classes];
        }
    }

    List<Check> all() {
        IdentityHashMap<FlowTable, Means> known = new IdentityHashMap<>();
        int[] populationOfClass = replication.model().who().groupOfClass().stream()
                .mapToInt(replication.model().who()::populationOfGroup)
                .toArray();
        LoadSweep sweep = new LoadSweep(replication, new double[] {measurement.measureFromSeconds()});
        sweep.walk(measurement.measureFromSeconds(), replication.model().endSeconds(), stretch -> {
            boolean moving = replication.routing().recordsMove(stretch.regime());
            Means means = moving ? means(stretch) : known.computeIfAbsent(stretch.flows(), fresh -> means(stretch));
            for (int demandClass = 0; demandClass < means.share.length; demandClass++) {
                int population = populationOfClass[demandClass];
                double expected = stretch.rate(demandClass) * stretch.seconds();
                requests[population] += expected * means.share[demandClass];
                networkSeconds[population] += expected * means.network[demandClass];
                coreSeconds[population] += expected * means.core[demandClass];
            }
        });
        List<Check> checks = new ArrayList<>();
        for (int population = 0; population < requests.length; population++) {
            add(checks, population);
        }
        return checks;
    }

    private Means means(Stretch stretch) {
        ArchitectureModel model = replication.model();
        Means means = new Means(model.demand().classes());
        Regime regime = replication.routing().regime(stretch.regime());
        List<Source> sources = model.who().sources();
        for (int s = 0; s < sources.size(); s++) {
            Source source = sources.get(s);
            int service = model.who().groups().get(source.group()).service();
            int[] choices = regime.choices(s);
            double[] cumulative = regime.cumulativeShares(s);
            int firsts = cumulative.length == 0 ? Math.min(1, choices.length) : choices.length;
            for (int i = 0; i < firsts; i++) {
                int site = choices[i];
                double first = cumulative.length == 0 ? 1 : cumulative[i] - (i == 0 ? 0 : cumulative[i - 1]);
                if (stretch.up(site) && !regime.pathDown(source.endpoint(), site)) {
                    double share = source.share() * first;
                    double seconds = attemptSeconds(
                                    regime,
                                    source.endpoint(),
                                    site,
                                    model.services().get(service))
                            + regime.meanRemoteDataSeconds(s, site, (stretch.from() + stretch.until()) / 2);
                    means.share[source.demandClass()] += share;
                    means.network[source.demandClass()] += share * seconds;
                    means.core[source.demandClass()] += share * model.coreSeconds(service, site);
                }
            }
        }
        return means;
    }

    private double attemptSeconds(Regime regime, int endpoint, int site, ServiceTraffic service) {
        PathTable paths = replication.model().paths();
        double sigma = paths.sigma(endpoint, site);
        double leg = paths.floorLegSeconds(endpoint, site)
                + paths.medianLegSeconds(endpoint, site) * StrictMath.exp(sigma * sigma / 2);
        double loss = paths.loss(endpoint, site);
        double throughput = paths.bytesPerSecond(endpoint, site);
        if (regime.pathsDisturbed()) {
            throughput *= regime.throughputShare(site);
            leg += regime.extraLegSeconds(endpoint, site);
            loss += regime.extraLoss(endpoint, site);
        }
        double segments = service.responseBytes() / SEGMENT_BYTES;
        double rounds = Math.max(
                0, Math.ceil(StrictMath.log(Math.ceil(segments) / INITIAL_WINDOW + 1) / StrictMath.log(2) - 1e-9) - 1);
        double fresh = 1 - service.connectionReuse();
        double lost = loss > MOST_LOSS ? Double.NaN : loss / (1 - 2 * loss) * paths.retransmissionTimeoutSeconds();
        double bytes = service.requestBytes() + service.responseBytes();
        return (2 + fresh * (SET_UP_LEGS + 2 * rounds)) * leg
                + (loss > 0 ? (1 + fresh * (SET_UP_ROUND_TRIPS + rounds)) * lost : 0)
                + bytes / throughput;
    }

    private void add(List<Check> checks, int population) {
        Totals totals = cube.of(TotalsCube.ALL, population, TotalsCube.ALL);
        if (!(totals.served() > 0) || !(requests[population] > 0)) {
            return;
        }
        double expected = networkSeconds[population] / requests[population];
        double core = coreSeconds[population] / requests[population];
        double latency = totals.meanLatencySeconds();
        double again = Math.abs(totals.attemptsPerRequest() - 1) + totals.failureRate();
        double blurred = again > 0 ? 2 * again * longestTimeout() : 0;
        double worth = (measurement.sampled() ? SAMPLED_WORTH : 1) * measurement.simulatedRequests();
        double all = cube.of(TotalsCube.ALL, TotalsCube.ALL, TotalsCube.ALL).started();
        double events = totals.served() / all * worth;
        if (!(blurred <= MOST_BLURRED * latency) || !(events >= 1) || !(expected > 0)) {
            return;
        }
        checks.add(new Check(
                "time on the network of "
                        + replication.model().who().populations().get(population),
                expected,
                latency - core - totals.meanWaitSeconds(),
                SPREAD * latency / Math.sqrt(events),
                (measurement.sampled() ? SAMPLED_SLACK : SLACK) * latency + blurred,
                events,
                Check.NORMAL,
                "s"));
    }

    private double longestTimeout() {
        double longest = 0;
        for (ServiceTraffic service : replication.model().services()) {
            double patience = service.timeoutSeconds();
            longest = Math.max(longest, Double.isFinite(patience) ? patience : service.connectTimeoutSeconds());
        }
        return longest;
    }
}
