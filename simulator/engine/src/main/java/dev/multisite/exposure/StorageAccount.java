package dev.multisite.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;

import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.units.Durations;

/**
 * What records cost in room and traffic: bytes kept at each site over time, and bytes that sites send each other for
 * migrations and for replicas and backups of new records. Caches and logs are taken as small.
 */
public final class StorageAccount {

    private static final double LONGEST_STEP_SECONDS = 30 * Durations.SECONDS_PER_DAY;

    private final Scenario scenario;
    private final double[] monthStarts;
    private final Map<String, Double> byteSeconds = new HashMap<>();
    private final Map<String, double[]> sentBytes = new HashMap<>();

    private StorageAccount(Scenario scenario, double[] monthStarts) {
        this.scenario = scenario;
        this.monthStarts = monthStarts.clone();
    }

    /** @param monthStarts where the months of the traffic bill start, the first at 0 */
    static StorageAccount of(Scenario scenario, Stocks stocks, DataTimeline timeline, double[] monthStarts) {
        StorageAccount account = new StorageAccount(scenario, monthStarts);
        double end = scenario.period().seconds();
        NavigableSet<Double> knots = timeline.knots(end);
        for (double at = LONGEST_STEP_SECONDS; at < end; at += LONGEST_STEP_SECONDS) {
            knots.add(at);
        }
        for (double month : monthStarts) {
            knots.add(month);
        }
        knots.add(end);
        List<Double> times = new ArrayList<>(knots);
        for (Stocks.Stock stock : stocks.all()) {
            Mechanisms mechanisms = new Mechanisms(scenario.regulation(), stock.population(), stock.service());
            for (int i = 0; i + 1 < times.size(); i++) {
                account.keep(stock, mechanisms, timeline, times.get(i), times.get(i + 1));
            }
            timeline.stages().stream().skip(1).forEach(stage -> account.move(stock, stage));
        }
        return account;
    }

    private void keep(Stocks.Stock stock, Mechanisms mechanisms, DataTimeline timeline, double from, double to) {
        double kept = mechanisms.kept(scenario.period().toInstant(from), timeline.mitigations(from));
        double size = stock.store().size().bytes() * kept;
        double bytes = size * stock.curve().at((from + to) / 2);
        double fresh = size
                * Math.max(
                        0, stock.curve().at(Math.nextDown(to)) - stock.curve().at(from));
        for (DataTimeline.Share share : timeline.shares(stock.population(), stock.service(), from, to)) {
            Situation situation = share.situation();
            Set<String> sites = new LinkedHashSet<>(Stocks.copies(situation.now()));
            sites.addAll(Stocks.copies(situation.old()));
            double part = (share.atStart() + share.atEnd()) / 2;
            sites.forEach(site -> byteSeconds.merge(site, part * bytes * (to - from), Double::sum));
            int others = Stocks.copies(situation.now()).size() - 1;
            send(situation.now().home(), from, part * fresh * others);
        }
    }

    private void move(Stocks.Stock stock, DataTimeline.Stage stage) {
        DataSpec.Rule before = DataTimeline.rule(stage.before(), stock.population(), stock.service());
        DataSpec.Rule after = DataTimeline.rule(stage.data(), stock.population(), stock.service());
        Set<String> fresh = Stocks.copies(after);
        fresh.removeAll(Stocks.copies(before));
        double start = stage.migration().startSeconds();
        if (start < scenario.period().seconds()) {
            send(
                    before.home(),
                    start,
                    fresh.size()
                            * stock.curve().at(start)
                            * stock.store().size().bytes());
        }
    }

    private void send(String site, double timeSeconds, double bytes) {
        int at = Arrays.binarySearch(monthStarts, timeSeconds);
        sentBytes.computeIfAbsent(site, name -> new double[monthStarts.length])[at >= 0 ? at : -at - 2] += bytes;
    }

    /** Returns what a site keeps, in 10^9 bytes times months of 1/12 year. */
    public double gigabyteMonths(String site) {
        return byteSeconds.getOrDefault(site, 0.0) / 1e9 / (Durations.SECONDS_PER_YEAR / 12);
    }

    /** Returns the bytes that a site sends to other sites in a month of the bill. */
    public double sentBytes(String site, int month) {
        double[] sent = sentBytes.get(site);
        return sent == null ? 0 : sent[month];
    }
}
