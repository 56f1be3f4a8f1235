package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.multisite.exposure.RecordPlacement;
import dev.multisite.routing.RecordNeed;
import dev.multisite.routing.RecordPlaces;
import dev.multisite.routing.RoutedSource;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.ArchitectureSpec.RouteRule;
import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.ServiceSpec;

/**
 * The sites that hold the records which requests are about: the home and the replicas. Backups, caches and logs serve
 * nobody.
 */
final class RecordSites implements RecordPlaces {

    private final ArchitectureModel model;
    private final RecordPlacement placement;
    private final double[] starts;
    private final List<List<RecordNeed>> needs = new ArrayList<>();
    private final List<Map<String, Double>> linkShares = new ArrayList<>();
    private final BitSet readFrom = new BitSet();
    private final double[][] roundTripSeconds;

    private RecordSites(ArchitectureModel model, RecordPlacement placement, double[][] roundTripSeconds) {
        this.model = model;
        this.placement = placement;
        this.roundTripSeconds = roundTripSeconds;
        this.starts = placement.changes(model.endSeconds()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        for (double start : starts) {
            needs.add(needs(start));
            linkShares.add(placement.linkShares(start));
        }
    }

    /**
     * Returns the places, or {@link RecordPlaces#AT_HAND} if no route leads to a site without the records and no move of
     * records takes anything from requests.
     */
    static RecordPlaces of(
            ArchitectureModel model,
            RecordPlacement placement,
            List<Phase> phases,
            List<Double> phaseStarts,
            double[][] roundTripSeconds) {
        RecordSites sites = new RecordSites(model, placement, roundTripSeconds);
        for (int phase = 0; phase < phases.size(); phase++) {
            double until = phase + 1 < phases.size() ? phaseStarts.get(phase + 1) : model.endSeconds();
            sites.findReaders(phases.get(phase), phaseStarts.get(phase), until);
        }
        boolean slows = sites.linkShares.stream().anyMatch(shares -> !shares.isEmpty());
        return sites.readFrom.isEmpty() && !slows ? RecordPlaces.AT_HAND : sites;
    }

    private List<RecordNeed> needs(double time) {
        Map<List<String>, RecordNeed> known = new HashMap<>();
        List<RecordNeed> result = new ArrayList<>();
        for (RoutedSource source : model.who().routed()) {
            result.add(known.computeIfAbsent(
                    List.of(source.populationName(), source.service()), key -> need(source, time)));
        }
        return result;
    }

    private RecordNeed need(RoutedSource source, double time) {
        ServiceSpec service = Objects.requireNonNull(model.scenario().services().get(source.service()));
        PopulationSpec population =
                Objects.requireNonNull(model.scenario().populations().get(source.populationName()));
        if (service.stores().isEmpty()) {
            return new RecordNeed(0, new BitSet(), new BitSet(), 0, 0);
        }
        return new RecordNeed(
                service.needsRecords(),
                holders(placement.before(time, population, service.name())),
                holders(placement.after(time, population, service.name())),
                placement.moveFromSeconds(time),
                placement.moveSeconds(time));
    }

    private BitSet holders(DataSpec.Rule rule) {
        BitSet holders = new BitSet();
        holders.set(model.siteIndex(rule.home()));
        rule.replicas().forEach(replica -> holders.set(model.siteIndex(replica)));
        return holders;
    }

    private void findReaders(Phase phase, double from, double until) {
        for (int epoch = 0; epoch < starts.length; epoch++) {
            double end = epoch + 1 < starts.length ? starts[epoch + 1] : model.endSeconds();
            if (starts[epoch] < until && from < end) {
                for (int source = 0; source < needs.get(epoch).size(); source++) {
                    addReaders(phase, model.who().routed().get(source), effective(epoch, source));
                }
            }
        }
    }

    private void addReaders(Phase phase, RoutedSource source, RecordNeed need) {
        for (RouteRule rule : phase.route()) {
            if (rule.fits(source.populationName(), source.country(), source.service())) {
                boolean all = rule.to().stream().allMatch(site -> need.atHand(model.siteIndex(site)));
                if (!all) {
                    readFrom.or(need.before());
                    readFrom.or(need.after());
                }
                return;
            }
        }
    }

    /** Returns the need without places that nothing is left at: once all is copied, only the new place counts. */
    private RecordNeed effective(int epoch, int source) {
        RecordNeed need = needs.get(epoch).get(source);
        boolean moved = starts[epoch] >= need.moveFromSeconds() + need.moveSeconds();
        return moved ? new RecordNeed(need.share(), need.after(), need.after(), 0, 0) : need;
    }

    @Override
    public double[] epochStarts() {
        return starts.clone();
    }

    @Override
    public RecordNeed need(int epoch, int source) {
        return effective(epoch, source);
    }

    @Override
    public double throughputShare(int epoch, int site) {
        String name = model.sites().get(site).name();
        return 1 - linkShares.get(epoch).getOrDefault(name, 0.0);
    }

    @Override
    public BitSet readFrom() {
        return (BitSet) readFrom.clone();
    }

    @Override
    public double roundTripSeconds(int site, int holder) {
        return roundTripSeconds[site][holder];
    }
}
