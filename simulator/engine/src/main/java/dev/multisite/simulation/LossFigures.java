package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.multisite.calendar.SiteHistory;
import dev.multisite.exposure.RecordLoss;
import dev.multisite.exposure.ScenarioExposure;
import dev.multisite.exposure.SiteFate;
import dev.multisite.simulation.ReplicationResult.SimulationEvent;
import dev.multisite.units.Literals;

/** Records lost in one replication. */
final class LossFigures {

    private final Replication replication;
    private final List<RecordLoss> losses;

    private LossFigures(Replication replication, List<RecordLoss> losses) {
        this.replication = replication;
        this.losses = losses;
    }

    static LossFigures of(Replication replication, ScenarioExposure exposure) {
        Map<String, SiteFate> sites = new TreeMap<>();
        for (int site = 0; site < replication.model().sites().size(); site++) {
            String name = replication.model().sites().get(site).name();
            SiteHistory history = replication.calendar().sites().get(site);
            sites.put(
                    name,
                    new SiteFate(
                            history.openingSeconds(),
                            replication.timeline().outages().get(site),
                            Set.copyOf(history.destroyedSeconds())));
        }
        return new LossFigures(
                replication,
                exposure.losses(
                        replication.timeline().phases(),
                        replication.timeline().phaseStarts(),
                        sites,
                        replication.timeline().belief().failoverSeconds(),
                        (site, outage) ->
                                WindowPlan.uniform(replication.streams().key("replication-lag", site, outage))));
    }

    void addTo(FigureList figures) {
        addTo(figures, Slice.ALL, losses);
        for (String population : replication.model().who().populations()) {
            addTo(
                    figures,
                    Slice.ofCountry(population),
                    losses.stream()
                            .filter(loss -> loss.population().equals(population))
                            .toList());
        }
    }

    private static void addTo(FigureList figures, Slice slice, List<RecordLoss> some) {
        double records = 0;
        double window = 0;
        for (RecordLoss loss : some) {
            records += loss.records();
            window = Math.max(window, loss.windowSeconds());
        }
        int events = byOutage(some).size();
        figures.add(slice, "records-lost", records, events);
        figures.add(slice, "rpo", window, events);
        figures.add(slice, "data-loss-events", events, events);
    }

    private record OutageKey(String site, double timeSeconds) {}

    private static Map<OutageKey, List<RecordLoss>> byOutage(List<RecordLoss> losses) {
        Map<OutageKey, List<RecordLoss>> outages = new LinkedHashMap<>();
        losses.forEach(
                loss -> outages.computeIfAbsent(new OutageKey(loss.site(), loss.timeSeconds()), k -> new ArrayList<>())
                        .add(loss));
        return outages;
    }

    /** Returns one event per outage that cost records. */
    List<SimulationEvent> events() {
        List<SimulationEvent> events = new ArrayList<>();
        byOutage(losses).forEach((outage, own) -> {
            double records = own.stream().mapToDouble(RecordLoss::records).sum();
            double window =
                    own.stream().mapToDouble(RecordLoss::windowSeconds).max().orElse(0);
            events.add(new SimulationEvent(
                    outage.timeSeconds(),
                    "data-loss",
                    outage.site(),
                    String.format(
                                    Locale.ROOT,
                                    "%.0f records of the last %s",
                                    records,
                                    Literals.formatSeconds(Math.rint(window * 10) / 10))
                            + (own.get(0).destroyed() ? ", the site was destroyed" : ", a replica took over")));
        });
        return events;
    }
}
