package dev.multisite.exposure;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.catalogue.Country;
import dev.multisite.demand.DemandModel;
import dev.multisite.regulation.catalogue.CatalogueNames;
import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.enforcement.EnforcementReplay;
import dev.multisite.regulation.enforcement.EnforcementSettings;
import dev.multisite.regulation.enforcement.LawExposure;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.ScenarioReader;
import dev.multisite.scenario.yaml.ScenarioResult;
import dev.multisite.units.Durations;

/**
 * CPU time of exposure and of replays of enforcement: of a scenario (the only argument), cold and warm, and of 60 countries
 * with 12 data classes in 8 placements over 15 years under all laws of the catalogue.
 */
public final class LawTiming {

    private static final String CLASSES = "device-id, phone-number, email-address, contacts, message-content,"
            + " message-metadata, call-metadata, location, account-profile, photos, purchase-history, browsing-history";
    private static final int COUNTRIES = 60;
    private static final int REPLAYS = 10_000;

    private final PrintStream out = System.out;

    private LawTiming() {}

    /** @param files one scenario */
    public static void main(String[] files) throws Exception {
        LawTiming timing = new LawTiming();
        timing.out.println("| what | s of CPU |\n|---|---|");
        byte[] bytes = Files.readAllBytes(Path.of(files[0]));
        Scenario scenario = timing.read(bytes);
        timing.exposure("exposure of the scenario's architectures, laws read, first time", scenario);
        timing.exposure("the same, second time", scenario);
        timing.exposure("60 countries, 12 classes, 8 placements, 15 years", timing.read(worst()));
        timing.replays();
    }

    private Scenario read(byte[] yaml) {
        ScenarioResult read = new ScenarioReader(Catalogue.standard(), CatalogueNames::of)
                .read("scenario.yaml", yaml, Path.of("."), List.of());
        if (read instanceof ScenarioResult.Invalid invalid) {
            throw new IllegalArgumentException(invalid.problems().get(0).text());
        }
        return ((ScenarioResult.Valid) read).scenario();
    }

    private static byte[] worst() {
        StringBuilder yaml = new StringBuilder("multisite: 1\nperiod: {from: 2013-01-01, to: 2028-01-01}\nservices:\n"
                + "  s:\n    requests: 1/d\n    service-time: 10ms\n    stores: {");
        for (String dataClass : CLASSES.split(", ")) {
            yaml.append(dataClass).append(": {records: 2, growth: 1/d, size: 1 KB}, ");
        }
        yaml.append("}\npopulations:\n");
        Catalogue.standard().countries().stream()
                .map(Country::code)
                .filter(code -> !Catalogue.standard().centres(code).isEmpty())
                .limit(COUNTRIES)
                .forEach(code ->
                        yaml.append("  \"").append(code).append("\": {devices: 1M, growth: 10000/w, churn: 10%/y}\n"));
        String[] places = {
            "Beijing", "Mumbai", "Moscow", "Frankfurt am Main", "Singapore", "Tokyo", "Sao Paulo", "aws/us-west-2"
        };
        yaml.append("sites:\n");
        for (int i = 0; i < places.length; i++) {
            yaml.append("  s").append(i).append(": {place: ").append(places[i]).append(", hosts: 10}\n");
        }
        yaml.append("regulation: {controller: {home: CN, turnover: {2013: 10 GUSD}}}\narchitectures:\n");
        for (int i = 0; i < places.length; i++) {
            yaml.append("  a%d: {phases: [{from: start, route: {to: [s%d]}, data: {home: s%d, replicas: [s%d]}}]}\n"
                    .formatted(i, i, i, (i + 1) % places.length));
        }
        yaml.append("simulation: {replications: 2, bins: month}\n");
        return yaml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void exposure(String what, Scenario scenario) {
        DemandModel demand = DemandModel.of(scenario);
        double[] bins = bins(scenario);
        long before = cpu();
        ScenarioExposure exposure = ScenarioExposure.of(scenario, demand);
        List<ArchitectureExposure> all = new ArrayList<>();
        for (ArchitectureSpec architecture : scenario.architectures().values()) {
            PlannedPhases planned = PlannedPhases.of(scenario, architecture);
            all.add(exposure.evaluate(planned.phases(), planned.starts(), bins));
        }
        print(what, before);
        long replaying = cpu();
        double years = scenario.period().seconds() / Durations.SECONDS_PER_YEAR;
        EnforcementReplay.run(all.get(0).trajectories(), EnforcementSettings.of(1, REPLAYS, years));
        print("10,000 replays of its first architecture, layers included", replaying);
    }

    private static double[] bins(Scenario scenario) {
        int days = (int) (scenario.period().seconds() / Durations.SECONDS_PER_DAY);
        int step = days > 1500 ? 30 : 1;
        double[] bins = new double[(days + step - 1) / step];
        for (int i = 0; i < bins.length; i++) {
            bins[i] = i * step * Durations.SECONDS_PER_DAY;
        }
        return bins;
    }

    /** Every law of the catalogue broken or disputed for two years. */
    private void replays() {
        List<LawExposure> laws = LawCatalogue.shipped().laws().stream()
                .filter(law -> !law.isAccessLaw())
                .map(law -> new LawExposure(
                        law.id(),
                        law.enforcement(),
                        List.of(new LawExposure.Segment(0, 1e6, 1e6, 0.5, 1e9, 1e9, true, 1e6)),
                        false))
                .toList();
        long before = cpu();
        EnforcementReplay.run(laws, EnforcementSettings.of(1, REPLAYS, 2));
        print("10,000 replays of " + laws.size() + " laws broken for two years, layers included", before);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void print(String what, long before) {
        out.println(String.format(Locale.ROOT, "| %s | %.2f |", what, (cpu() - before) / 1e9));
    }
}
