package dev.multisite.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A small random scenario that can be changed and written as a file. The same seed gives the same draft on every machine.
 */
final class Draft {

    final List<Population> populations = new ArrayList<>();
    final List<Site> sites = new ArrayList<>();
    final List<Rtt> rtts = new ArrayList<>();
    final List<String> architectures = new ArrayList<>(List.of("all"));
    String service = "";
    String network = "";
    String bins = "hour";
    int replications = 4;
    double extraRttMillis;

    /** @param devices with one request a second for every device */
    record Population(String name, double devices, String sites) {}

    record Site(String name, int cores, String failures) {}

    record Rtt(String from, String to, double millis) {}

    private Draft() {}

    /** Two or three populations and sites, a queue, retries or none, outages or none. */
    static Draft random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Draft draft = new Draft();
        int siteCount = 2 + random.nextInt(2);
        int populationCount = 2 + random.nextInt(2);
        String order = "";
        for (int i = 0; i < siteCount; i++) {
            boolean fails = random.nextInt(3) > 0;
            String failures = fails ? ", outages: {mttf: 40min, repair: {exponential: {mean: 4min}}}" : "";
            draft.sites.add(new Site("site-" + i, 2 + random.nextInt(4), failures));
            order += (i == 0 ? "" : ", ") + "site-" + i;
        }
        for (int i = 0; i < populationCount; i++) {
            draft.populations.add(new Population("people-" + i, 1 + random.nextInt(3), order));
            for (Site site : draft.sites) {
                draft.rtts.add(new Rtt("people-" + i, site.name(), 10 + random.nextInt(200)));
            }
        }
        draft.service =
                "service-time: {lognormal: {mean: " + (100 + 50 * random.nextInt(6)) + "ms, cv: 1.2}}, timeout: "
                        + (2 + random.nextInt(4)) + "s, retries: {max: " + random.nextInt(3) + ", backoff: 500ms}";
        draft.network = "failover-detection: 1min, failback-detection: 30s";
        return draft;
    }

    String yaml() {
        StringBuilder text = new StringBuilder(512);
        text.append("multisite: 1\ntitle: A generated scenario\n")
                .append("period: {from: 2001-01-01, to: 2001-01-01T02:00:00Z}\nservices:\n  query: {requests: 1/s, ")
                .append(service)
                .append("}\npopulations:\n");
        populations.forEach(population -> line(
                text,
                "  %s: {place: {at: [0, 0], country: GB}, zone: UTC, devices: %s}",
                population.name(),
                population.devices()));
        text.append("sites:\n");
        sites.forEach(site -> line(
                text,
                "  %s: {place: {at: [0, 0], country: GB}, hosts: 1, cores-per-host: %d%s}",
                site.name(),
                site.cores(),
                site.failures()));
        text.append("network:\n  model: none\n  ")
                .append(network.replace(", ", "\n  "))
                .append("\n  overrides:\n");
        rtts.forEach(rtt ->
                line(text, "    - {from: %s, to: %s, rtt: %sms}", rtt.from(), rtt.to(), rtt.millis() + extraRttMillis));
        text.append("architectures:\n");
        for (String architecture : architectures) {
            line(text, "  %s:\n    phases:\n      - from: start\n        route:", architecture);
            populations.forEach(population -> line(
                    text, "          - {for: [%s], policy: listed, to: [%s]}", population.name(), population.sites()));
        }
        line(text, "simulation: {seed: 7, replications: %d, fidelity: every-request, bins: %s}", replications, bins);
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
