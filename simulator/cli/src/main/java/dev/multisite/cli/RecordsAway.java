package dev.multisite.cli;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.exposure.PlacedRecords;
import dev.multisite.network.NetworkModel;
import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.ServiceSpec;
import dev.multisite.scenario.SiteSpec;

/** What a request pays, by the site that serves it, for records that are elsewhere. */
final class RecordsAway {
    private final Scenario scenario;
    private final NetworkModel network;

    RecordsAway(Scenario scenario, Catalogue catalogue) {
        this.scenario = scenario;
        int year = scenario.period().from().atOffset(ZoneOffset.UTC).getYear();
        this.network = NetworkModel.of(scenario.network(), catalogue, year);
    }

    void print(PrintWriter out, List<PlacedRecords> placed) {
        out.println("  what does a request pay for records elsewhere, by the site that serves it?");
        for (SiteSpec site : scenario.sites().values()) {
            Map<String, Set<String>> answers = new LinkedHashMap<>();
            placed.forEach(records -> answers.computeIfAbsent(answer(site, records), text -> new TreeSet<>())
                    .add(records.service()));
            answers.forEach((text, services) ->
                    out.printf("    %s: %s (%s)%n", site.name(), text, String.join(", ", services)));
        }
    }

    private String answer(SiteSpec site, PlacedRecords records) {
        ServiceSpec service = Objects.requireNonNull(scenario.services().get(records.service()));
        boolean here = isHere(site, records.after()) && isHere(site, records.before());
        String share = service.needsRecords() < 1 && !here
                ? String.format(Locale.ROOT, " for %.0f %% of the requests", 100 * service.needsRecords())
                : "";
        String after = nearest(site, records.after());
        String before = nearest(site, records.before());
        if (records.copied() >= 1 || after.equals(before)) {
            return after + share;
        }
        return String.format(
                Locale.ROOT,
                "%s where they have been moved (%.0f %%), %s otherwise%s",
                after,
                100 * records.copied(),
                before,
                share);
    }

    private static boolean isHere(SiteSpec site, DataSpec.Rule rule) {
        return rule.home().equals(site.name()) || rule.replicas().contains(site.name());
    }

    private String nearest(SiteSpec site, DataSpec.Rule rule) {
        Set<String> holders = new TreeSet<>(rule.replicas());
        holders.add(rule.home());
        if (holders.contains(site.name())) {
            return "nothing, they are here";
        }
        String nearest = "";
        double least = Double.POSITIVE_INFINITY;
        for (String holder : holders) {
            double millis = 1000
                    * network.sitePath(
                                    site,
                                    Objects.requireNonNull(scenario.sites().get(holder)))
                            .meanSeconds();
            if (millis < least) {
                least = millis;
                nearest = holder;
            }
        }
        return String.format(Locale.ROOT, "%.1f ms to %s and back", least, nearest);
    }
}
