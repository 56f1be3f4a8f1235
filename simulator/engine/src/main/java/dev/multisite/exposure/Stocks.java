package dev.multisite.exposure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.multisite.demand.DemandModel;
import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.ServiceSpec;
import dev.multisite.scenario.StoreSpec;

/** All records of a scenario: the same for every architecture and replication. */
final class Stocks {

    private final List<Stock> stocks;

    /**
     * The records that one service keeps of one data class of one population.
     *
     * @param deviceShare share of the devices that use the service
     * @param curve how many there are over time
     */
    record Stock(PopulationSpec population, String service, StoreSpec store, double deviceShare, RecordStock curve) {}

    private Stocks(List<Stock> stocks) {
        this.stocks = List.copyOf(stocks);
    }

    static Stocks of(Scenario scenario, DemandModel demand) {
        List<Stock> stocks = new ArrayList<>();
        for (PopulationSpec population : scenario.populations().values()) {
            for (ServiceSpec service : scenario.services().values()) {
                double share = population.uses().getOrDefault(service.name(), 0.0);
                for (StoreSpec store : share > 0 ? service.stores() : List.<StoreSpec>of()) {
                    RecordStock curve = new RecordStock(
                            demand, population, store, share, scenario.period().seconds());
                    stocks.add(new Stock(population, service.name(), store, share, curve));
                }
            }
        }
        return new Stocks(stocks);
    }

    List<Stock> all() {
        return stocks;
    }

    /** Returns the records of some people; {@code service} empty: of all services. */
    List<Stock> of(PopulationSpec population, String service) {
        return stocks.stream()
                .filter(stock -> stock.population().equals(population))
                .filter(stock -> service.isEmpty() || stock.service().equals(service))
                .toList();
    }

    /** Returns the bytes that go to sites that had no copy, records of {@code timeSeconds}. */
    double bytesToCopy(DataSpec before, DataSpec after, double timeSeconds) {
        double bytes = 0;
        for (Stock stock : stocks) {
            Set<String> fresh = copies(DataTimeline.rule(after, stock.population(), stock.service()));
            fresh.removeAll(copies(DataTimeline.rule(before, stock.population(), stock.service())));
            bytes += fresh.size()
                    * stock.curve().at(timeSeconds)
                    * stock.store().size().bytes();
        }
        return bytes;
    }

    /** Returns the share of the copied bytes that each site sends or receives when data go to another placement. */
    Map<String, Double> passing(DataSpec before, DataSpec after, double timeSeconds) {
        Map<String, Double> bytes = new TreeMap<>();
        double all = bytesToCopy(before, after, timeSeconds);
        for (Stock stock : all > 0 ? stocks : List.<Stock>of()) {
            DataSpec.Rule from = DataTimeline.rule(before, stock.population(), stock.service());
            Set<String> fresh = copies(DataTimeline.rule(after, stock.population(), stock.service()));
            fresh.removeAll(copies(from));
            double share = stock.curve().at(timeSeconds) * stock.store().size().bytes() / all;
            for (String site : fresh) {
                bytes.merge(from.home(), share, Double::sum);
                bytes.merge(site, share, Double::sum);
            }
        }
        return bytes;
    }

    /** Returns the sites with a complete copy. */
    static Set<String> copies(DataSpec.Rule rule) {
        Set<String> sites = new LinkedHashSet<>(Set.of(rule.home()));
        sites.addAll(rule.replicas());
        sites.addAll(rule.backups());
        return sites;
    }
}
