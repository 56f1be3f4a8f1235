package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.calendar.OfferedLoad;
import dev.multisite.routing.FirstChoices;
import dev.multisite.routing.RoutedSource;
import dev.multisite.world.World.Source;

/**
 * The load that first attempts bring to each site, as a fluid, for given sites up. Sites that have not been up yet count
 * as not open. Belongs to one run of a calendar.
 */
final class FluidLoad implements OfferedLoad {

    private record Key(int phase, int laws, BitSet up, BitSet opened) {}

    /** Load on one site per request per second of one class. */
    private record Flow(int demandClass, int site, double coreSeconds) {}

    private final ArchitectureModel model;
    private final FirstChoices choices;
    private final BitSet opened = new BitSet();
    private final Map<Key, List<Flow>> flows = new HashMap<>();
    private final double[] requests;

    FluidLoad(ArchitectureModel model) {
        this.model = model;
        this.requests = new double[model.demand().classes()];
        this.choices = new FirstChoices(
                model.routedSites(), model.paths(), model.records().permissions());
    }

    @Override
    public void offeredCores(double fromSeconds, double untilSeconds, int phase, boolean[] siteUp, double[] cores) {
        BitSet up = new BitSet();
        for (int site = 0; site < siteUp.length; site++) {
            up.set(site, siteUp[site]);
        }
        opened.or(up);
        int laws = model.records().permissions().epochAt(fromSeconds);
        List<Flow> now = flows.computeIfAbsent(new Key(phase, laws, up, (BitSet) opened.clone()), this::flows);
        model.demand().expectedRequests(fromSeconds, untilSeconds, requests);
        for (Flow flow : now) {
            cores[flow.site()] += requests[flow.demandClass()] / (untilSeconds - fromSeconds) * flow.coreSeconds();
        }
    }

    private List<Flow> flows(Key key) {
        double[][] coreSeconds =
                new double[model.demand().classes()][model.sites().size()];
        for (int i = 0; i < model.who().sources().size(); i++) {
            Source source = model.who().sources().get(i);
            RoutedSource routed = model.who().routed().get(i);
            int service = model.who().groups().get(source.group()).service();
            double[] shares = choices.shares(
                    model.spec().phases().get(key.phase()), key.laws(), routed, key.opened()::get, key.up()::get);
            for (int site = 0; site < shares.length; site++) {
                coreSeconds[source.demandClass()][site] +=
                        source.share() * shares[site] * model.coreSeconds(service, site);
            }
        }
        List<Flow> result = new ArrayList<>();
        for (int demandClass = 0; demandClass < coreSeconds.length; demandClass++) {
            for (int site = 0; site < coreSeconds[demandClass].length; site++) {
                if (coreSeconds[demandClass][site] > 0) {
                    result.add(new Flow(demandClass, site, coreSeconds[demandClass][site]));
                }
            }
        }
        return List.copyOf(result);
    }
}
