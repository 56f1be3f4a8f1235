package dev.multisite.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.demand.DemandModel;
import dev.multisite.exposure.ExplainedRecords;
import dev.multisite.exposure.MovementAccount;
import dev.multisite.exposure.RecordLoss;
import dev.multisite.exposure.ScenarioExposure;
import dev.multisite.exposure.SitePermission;
import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.evaluate.Finding;
import dev.multisite.regulation.evaluate.Reach;
import dev.multisite.regulation.facts.Copy;
import dev.multisite.regulation.facts.Movement;
import dev.multisite.regulation.law.Law;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.units.Literals;

/** Where the records of a population are on a day, what every law says about them, and who can compel access. */
final class RecordsExplanation {
    private final PopulationSpec population;
    private final ScenarioExposure exposure;
    private final RecordsAway away;

    RecordsExplanation(Scenario scenario, Catalogue catalogue, PopulationSpec population) {
        this.population = population;
        this.away = new RecordsAway(scenario, catalogue);
        this.exposure = ScenarioExposure.of(scenario, DemandModel.of(scenario));
    }

    /** What is printed together: records that lie and move in the same way. */
    private record Place(List<Copy> copies, List<Movement> movements, Set<String> attributes) {}

    void print(PrintWriter out, List<ArchitectureSpec> architectures, String service, Instant on) {
        for (ArchitectureSpec architecture : architectures) {
            out.printf(
                    "records of %s on %s in %s%n",
                    population.name(), on.atOffset(ZoneOffset.UTC).toLocalDate(), architecture.name());
            Map<Place, List<ExplainedRecords>> places = new LinkedHashMap<>();
            exposure.explain(architecture, population, service, on)
                    .forEach(records -> places.computeIfAbsent(place(records), p -> new ArrayList<>())
                            .add(records));
            if (places.isEmpty()) {
                out.println("  none");
            }
            places.forEach((place, records) -> print(out, place, records));
            if (!places.isEmpty()) {
                away.print(out, exposure.placed(architecture, population, service, on));
                movements(out, exposure.movements(architecture, on), service);
                losses(out, architecture, service, on);
                permissions(out, architecture, service, on);
            }
        }
        out.println("Not legal advice. Sites are taken to open on their planned day.");
    }

    private void losses(PrintWriter out, ArchitectureSpec architecture, String service, Instant on) {
        out.println(
                "  how many of this population's records, of all services, would be lost if their home were destroyed?");
        Set<String> homes = new TreeSet<>();
        exposure.placed(architecture, population, service, on).forEach(placed -> {
            homes.add(placed.after().home());
            homes.add(placed.before().home());
        });
        for (String home : homes) {
            double lost = 0;
            double window = 0;
            for (RecordLoss loss : exposure.ifDestroyed(architecture, home, on)) {
                if (loss.population().equals(population.name())) {
                    lost += loss.records();
                    window = Math.max(window, loss.windowSeconds());
                }
            }
            out.printf(
                    Locale.ROOT,
                    "    %s: %s%n",
                    home,
                    window == 0
                            ? "none"
                            : String.format(
                                    Locale.ROOT,
                                    "%,.0f, the oldest written %s before",
                                    lost,
                                    Literals.formatSeconds(Math.rint(window * 10) / 10)));
        }
    }

    /** How much crosses which border on that day. */
    private void movements(PrintWriter out, MovementAccount account, String service) {
        List<MovementAccount.Key> own = account.keys().stream()
                .filter(key -> key.population().equals(population.name())
                        && (service.isEmpty() || key.service().equals(service)))
                .toList();
        out.println(own.isEmpty() ? "  nothing crosses a border on that day" : "  across borders on that day:");
        for (MovementAccount.Key key : own) {
            double count = account.counts(key)[0];
            String amount = key.type().reads()
                    ? String.format(Locale.ROOT, "%,.0f records can be read", count / account.seconds(0))
                    : String.format(Locale.ROOT, "%,.0f movements, %s", count, bytes(account.bytes(key)[0]));
            out.printf(
                    "    %s from %s to %s: %s; %s of %s (%s)%n",
                    key.type().word().replace('-', ' '),
                    key.from(),
                    key.to(),
                    amount,
                    key.dataClass().replace("+", ", "),
                    key.service(),
                    key.grounds().isEmpty() ? "no ground stated" : key.grounds().replace("+", ", "));
        }
    }

    private static String bytes(double bytes) {
        return bytes >= 1e9
                ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private void permissions(PrintWriter out, ArchitectureSpec architecture, String service, Instant on) {
        out.println("  may these records be kept at, and served from, one site alone?");
        for (SitePermission permission : exposure.permissions(architecture, population, service, on)) {
            String answer = permission.permitted()
                    ? "yes, no law of the catalogue is against it"
                    : permission.forbidden() ? "no" : "that is disputed or not known";
            out.printf("    %s: %s%n", permission.site(), answer);
            permission
                    .against()
                    .forEach(finding ->
                            out.printf("      %s %s: %s%n", finding.law(), finding.verdict(), finding.because()));
        }
    }

    private static Place place(ExplainedRecords records) {
        return new Place(
                records.facts().copies(),
                records.facts().movements(),
                records.facts().subject().attributes());
    }

    private void print(PrintWriter out, Place place, List<ExplainedRecords> records) {
        double sum = records.stream().mapToDouble(ExplainedRecords::records).sum();
        Set<String> services = new TreeSet<>();
        records.forEach(r -> services.add(r.service()));
        out.printf(
                Locale.ROOT,
                "  %,.0f records of %s%s (%.1f %% of these people's)%n",
                sum,
                String.join(", ", services),
                place.attributes().isEmpty() ? "" : " of people who are " + String.join(", ", place.attributes()),
                100 * records.get(0).share());
        place.copies().forEach(copy -> out.println("    copy: " + text(copy)));
        place.movements().forEach(movement -> out.println("    movement: " + text(movement)));
        verdicts(out, records);
        reaches(out, records);
    }

    private static String text(Copy copy) {
        String keys = copy.keys().known()
                ? ", keys in " + copy.keys().country() + " with a holder of "
                        + copy.keys().holderHome()
                : "";
        return copy.role().name().toLowerCase(Locale.ROOT) + " in " + copy.country() + ", "
                + copy.form().word() + keys + ", run by a company of " + copy.operatorHome()
                + (copy.firstWrite() == Copy.FirstWrite.YES ? ", first written here" : "");
    }

    private static String text(Movement movement) {
        String grounds = movement.mechanisms().isEmpty()
                ? "no ground stated"
                : String.join(", ", new TreeSet<>(movement.mechanisms()));
        String assessment = movement.assessment() == Movement.Assessment.NOT_STATED
                ? ""
                : ", assessment " + movement.assessment().name().toLowerCase(Locale.ROOT);
        return movement.type().word().replace('-', ' ') + " from " + movement.from() + " to " + movement.to() + " ("
                + grounds + assessment + ")";
    }

    /** The same finding about several data classes is one line. */
    private void verdicts(PrintWriter out, List<ExplainedRecords> records) {
        Map<Finding, Set<String>> findings = new LinkedHashMap<>();
        records.forEach(r -> r.findings()
                .forEach(finding -> findings.computeIfAbsent(finding, f -> new TreeSet<>())
                        .add(r.facts().subject().dataClass())));
        findings.entrySet().stream()
                .sorted(java.util.Comparator.comparing((Map.Entry<Finding, Set<String>> entry) ->
                        entry.getKey().verdict()))
                .forEach(entry -> verdict(out, entry.getKey(), entry.getValue()));
    }

    private void verdict(PrintWriter out, Finding finding, Set<String> classes) {
        String p = finding.p() > 0 && finding.p() < 1 ? String.format(Locale.ROOT, " (p %.2f)", finding.p()) : "";
        out.printf(
                "    %s %s%s: %s: %s%n",
                finding.law().equals(Finding.ANY_LAW) ? "any law" : finding.law(),
                finding.verdict(),
                p,
                String.join(", ", classes),
                finding.because());
        if (!finding.law().equals(Finding.ANY_LAW)) {
            out.println("      source: " + source(exposure.evaluator().catalogue(), finding));
        }
    }

    private static String source(LawCatalogue catalogue, Finding finding) {
        Law law = catalogue.law(finding.law());
        return law.citation() + (finding.reviewed() ? "" : " (unreviewed)");
    }

    private static void reaches(PrintWriter out, List<ExplainedRecords> records) {
        Map<Reach, Set<String>> reaches = new LinkedHashMap<>();
        records.forEach(r -> r.reaches()
                .forEach(reach -> reaches.computeIfAbsent(reach, k -> new TreeSet<>())
                        .add(r.facts().subject().dataClass())));
        reaches.forEach((reach, classes) -> out.printf(
                "    can be compelled by %s%s: %s, by %s%s: %s%n",
                reach.state(),
                reach.foreign() ? "" : " (the people's own state)",
                reach.form().name().toLowerCase(Locale.ROOT),
                String.join(
                        " and ",
                        reach.bases().stream()
                                .map(basis -> basis.name().toLowerCase(Locale.ROOT))
                                .sorted()
                                .toList()),
                reach.laws().isEmpty() ? "" : " (" + String.join(", ", new TreeSet<>(reach.laws())) + ")",
                String.join(", ", classes)));
    }
}
