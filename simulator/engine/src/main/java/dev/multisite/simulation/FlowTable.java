package dev.multisite.simulation;

import java.util.List;
import java.util.function.IntPredicate;

import dev.multisite.world.Routing.Regime;
import dev.multisite.world.World.Source;

/**
 * Where the first attempts of every class go in one state of routing and sites: flows from a class to a site, with the
 * share of the class's requests in each. Immutable.
 */
final class FlowTable {

    private final int[] demandClass;
    private final int[] site;
    private final double[] share;
    private final double[] reachedShare;
    private final double[] spilledShare;
    private final int[] group;
    private final int[] service;
    private final double[] coreSeconds;

    private FlowTable(int flows) {
        demandClass = new int[flows];
        site = new int[flows];
        share = new double[flows];
        reachedShare = new double[flows];
        spilledShare = new double[flows];
        group = new int[flows];
        service = new int[flows];
        coreSeconds = new double[flows];
    }

    /**
     * @param up whether each site takes requests
     */
    static FlowTable of(ArchitectureModel model, Regime regime, boolean[] up) {
        Collector collector = new Collector(model.demand().classes(), up.length);
        List<Source> sources = model.who().sources();
        for (int s = 0; s < sources.size(); s++) {
            Source source = sources.get(s);
            int[] choices = regime.choices(s);
            double[] cumulative = regime.cumulativeShares(s);
            int firsts = cumulative.length == 0 ? Math.min(1, choices.length) : choices.length;
            for (int i = 0; i < firsts; i++) {
                double first = cumulative.length == 0 ? 1 : cumulative[i] - (i == 0 ? 0 : cumulative[i - 1]);
                collector.add(
                        source,
                        choices,
                        i,
                        source.share() * first,
                        site -> up[site] && !regime.pathDown(source.endpoint(), site));
            }
        }
        return collector.table(model);
    }

    /** Works out what walks over the period ask for at every step. */
    private void addProperties(ArchitectureModel model) {
        for (int flow = 0; flow < flows(); flow++) {
            group[flow] = model.who().groupOfClass().get(demandClass[flow]);
            service[flow] = model.who().groups().get(group[flow]).service();
            coreSeconds[flow] = model.coreSeconds(service[flow], site[flow]);
        }
    }

    /** Sums up flows by class and site. */
    private static final class Collector {

        private final int sites;
        private final double[] share;
        private final double[] reached;
        private final double[] spilled;

        private Collector(int classes, int sites) {
            this.sites = sites;
            share = new double[classes * sites];
            reached = new double[classes * sites];
            spilled = new double[classes * sites];
        }

        private void add(Source source, int[] choices, int position, double part, IntPredicate reachable) {
            int row = source.demandClass() * sites;
            share[row + choices[position]] += part;
            if (reachable.test(choices[position])) {
                reached[row + choices[position]] += part;
                return;
            }
            for (int next = 1; next < choices.length; next++) {
                int site = choices[(position + next) % choices.length];
                if (reachable.test(site)) {
                    spilled[row + site] += part;
                    return;
                }
            }
        }

        private FlowTable table(ArchitectureModel model) {
            int count = 0;
            for (int i = 0; i < share.length; i++) {
                count += share[i] > 0 || spilled[i] > 0 ? 1 : 0;
            }
            FlowTable table = new FlowTable(count);
            int next = 0;
            for (int i = 0; i < share.length; i++) {
                if (share[i] > 0 || spilled[i] > 0) {
                    table.demandClass[next] = i / sites;
                    table.site[next] = i % sites;
                    table.share[next] = share[i];
                    table.reachedShare[next] = reached[i];
                    table.spilledShare[next++] = spilled[i];
                }
            }
            table.addProperties(model);
            return table;
        }
    }

    int flows() {
        return site.length;
    }

    int demandClass(int flow) {
        return demandClass[flow];
    }

    int site(int flow) {
        return site[flow];
    }

    int group(int flow) {
        return group[flow];
    }

    int service(int flow) {
        return service[flow];
    }

    /** Returns the mean time that one of its requests keeps a core of the site busy, seconds. */
    double coreSeconds(int flow) {
        return coreSeconds[flow];
    }

    /** Returns the share of the class's requests that try this site first. */
    double share(int flow) {
        return share[flow];
    }

    /** Returns the share of the class's requests that try this site first and reach it. */
    double reachedShare(int flow) {
        return reachedShare[flow];
    }

    /** Returns the share of the class's requests that come here second, because the site they try first does not answer. */
    double spilledShare(int flow) {
        return spilledShare[flow];
    }
}
