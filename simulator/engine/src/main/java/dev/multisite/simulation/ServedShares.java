package dev.multisite.simulation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.multisite.requests.RequestTally;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.ArchitectureSpec.RouteRule;
import dev.multisite.scenario.MetricNames;

/**
 * Which site served whom: per phase and over the whole period, the share of each population's served requests that each
 * site served. Sites that the phase's rules name have a figure even if it is 0, so that means over replications hold.
 */
final class ServedShares {

    private final Replication replication;
    private final RequestTally tally;
    private final FigureList figures;

    ServedShares(Replication replication, RequestTally tally, FigureList figures) {
        this.replication = replication;
        this.tally = tally;
        this.figures = figures;
    }

    void addAll() {
        List<Phase> phases = replication.timeline().phases();
        List<String> labels = replication.phaseLabels();
        Set<String> all = new LinkedHashSet<>();
        phases.forEach(phase -> all.addAll(sites(phase)));
        add("", 0, phases.size(), all);
        for (int phase = 0; phases.size() > 1 && phase < phases.size(); phase++) {
            add(labels.get(phase), phase, phase + 1, sites(phases.get(phase)));
        }
    }

    private static Set<String> sites(Phase phase) {
        Set<String> sites = new LinkedHashSet<>();
        phase.route().stream().map(RouteRule::to).forEach(sites::addAll);
        return sites;
    }

    private void add(String label, int fromPhase, int untilPhase, Set<String> named) {
        List<String> populations = replication.model().who().populations();
        int sites = replication.model().sites().size();
        double[] served = new double[populations.size() * sites];
        for (int group = 0; group < tally.groups(); group++) {
            int row = replication.model().who().populationOfGroup(group) * sites;
            for (int site = 0; site < sites; site++) {
                for (int phase = fromPhase;
                        phase < Math.min(untilPhase, tally.slots().phases());
                        phase++) {
                    served[row + site] += tally.servedAt(phase, site, group);
                }
            }
        }
        for (int population = 0; population < populations.size(); population++) {
            add(label, populations.get(population), served, population * sites, named);
        }
    }

    private void add(String label, String population, double[] served, int row, Set<String> named) {
        int sites = replication.model().sites().size();
        double all = 0;
        for (int site = 0; site < sites; site++) {
            all += served[row + site];
        }
        for (int site = 0; all > 0 && site < sites; site++) {
            String name = replication.model().sites().get(site).name();
            if (served[row + site] > 0 || named.contains(name)) {
                figures.add(new Slice(label, population, name, ""), MetricNames.SERVED_SHARE, served[row + site] / all);
            }
        }
    }
}
