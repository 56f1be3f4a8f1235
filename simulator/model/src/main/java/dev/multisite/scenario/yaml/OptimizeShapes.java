package dev.multisite.scenario.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.multisite.scenario.MetricNames;
import dev.multisite.scenario.OptimizeSpec;
import dev.multisite.scenario.OptimizeSpec.Aim;
import dev.multisite.scenario.OptimizeSpec.Exclusion;
import dev.multisite.scenario.OptimizeSpec.Limit;
import dev.multisite.units.Literals;
import dev.multisite.units.Money;

/** The keys of {@code optimize}. */
final class OptimizeShapes {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:\\.\\.(\\d{1,4}))?");
    private static final Pattern LIMIT = Pattern.compile("([a-z0-9.-]+)\\s*(?:\\(([^)]*)\\))?\\s*(<=|<)\\s*(\\S.*)");
    private static final Shape<String> SITE = Shapes.reference("sites", "site");

    private record Range(int fewest, int most) {}

    private static final Key<List<String>> CANDIDATES = Key.optional(
            "candidates", Shapes.listOfAtLeastOne(SITE), "[singapore, india]", "sites to choose among; without: all");
    private static final Key<List<String>> KEEP =
            Key.of("keep", Shapes.list(SITE), "[]", "[beijing]", "candidates that stay open in any case");
    private static final Key<Range> SITES = Key.optional(
            "sites",
            Shapes.literal("number or range", "2..4", OptimizeShapes::range),
            "2..4",
            "how many sites to open; without: any number");
    private static final Key<Aim> MINIMISE = Key.of(
            "minimise",
            Shapes.words(aims()),
            "latency-mean",
            "cost",
            "what is to be small: `latency-mean` (in the model: the mean round trip), `cost`, `failure-rate` or"
                    + " `non-compliant-record-years`");
    private static final Key<Money> LATENCY_PRICE = Key.of(
            "latency-price",
            Quantity.MONEY,
            "0 USD",
            "20 kUSD",
            "with `minimise: cost`: what a millisecond less of the mean round trip is worth over the period; added to the"
                    + " cost");
    private static final Key<List<Limit>> SUBJECT_TO = Key.of(
            "subject-to",
            Shapes.list(Shapes.literal("limit", "\"cost <= 12 MUSD\"", t -> t).then(OptimizeShapes::limit)),
            "[]",
            "[\"latency-mean(IN) <= 80ms\", \"cost <= 12 MUSD\"]",
            "limits on `latency-mean`, `cost`, `failure-rate` or `non-compliant-record-years`, all but the cost also for one"
                    + " population");
    private static final Key<Double> MAX_UTILISATION = Key.of(
            "max-utilisation",
            Shapes.wordOr(
                    Map.of("unlimited", Double.POSITIVE_INFINITY),
                    Quantity.FRACTION.check((v, r) -> v > 0 ? "" : "must be above 0")),
            "100%",
            "70%",
            "share of a site's cores that may be busy in its worst hour, or `unlimited`");
    private static final Key<Boolean> SURVIVE = Key.of(
            "survive",
            Shapes.words(Ordering.of("none", false, "any-one", true)),
            "none",
            "any-one",
            "`any-one`: the load must fit even while any one open site is lost (N-1)");
    private static final Key<Boolean> LAWS = Key.of(
            "laws",
            Shapes.words(Ordering.of("counted", false, "kept", true)),
            "counted",
            "kept",
            "`kept`: nobody is served from a site where a law of the catalogue is broken, at any time of the period, if their"
                    + " records are there; `counted`: such sites are choices like others, and what is broken is a figure");
    private static final Key<List<String>> FOR = Key.required(
            "for",
            Shapes.listOfAtLeastOne(
                    Shapes.literal("population or country code", "RU", t -> t).then(OptimizeShapes::audience)),
            "[RU]",
            "populations or country codes");
    private static final Key<List<String>> EXCLUDED =
            Key.required("sites", Shapes.listOfAtLeastOne(SITE), "[singapore]", "sites that may not serve them");
    private static final Key<List<Exclusion>> EXCLUDE = Key.of(
            "exclude",
            Shapes.list(ObjectShape.of(
                    "exclusion",
                    "Sites that may not serve some populations, by law or by contract.",
                    List.of(FOR, EXCLUDED),
                    f -> new Exclusion(Set.copyOf(f.get(FOR)), Set.copyOf(f.get(EXCLUDED))))),
            "[]",
            "[{for: [RU], sites: [singapore]}]",
            "who may not be served from where");

    /** Which sites to choose. */
    static final ObjectShape<OptimizeSpec> OPTIMIZE = new ObjectShape<>(
            "optimize",
            "Which sites to choose among, and what makes a choice good; for the command `optimize` alone.",
            List.of(
                    CANDIDATES,
                    KEEP,
                    SITES,
                    MINIMISE,
                    LATENCY_PRICE,
                    SUBJECT_TO,
                    MAX_UTILISATION,
                    SURVIVE,
                    EXCLUDE,
                    LAWS),
            OptimizeShapes::build);

    private OptimizeShapes() {}

    private static Map<String, Aim> aims() {
        Map<String, Aim> aims = new LinkedHashMap<>();
        for (Aim aim : Aim.values()) {
            aims.put(aim.metric(), aim);
        }
        return aims;
    }

    private static Range range(String text) {
        Matcher form = RANGE.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "expected a number or a range such as 3 or 2..4, got " + Literals.quoted(text));
        }
        int fewest = Integer.parseInt(form.group(1));
        int most = form.group(2) == null ? fewest : Integer.parseInt(form.group(2));
        if (fewest < 1 || most < fewest) {
            throw new IllegalArgumentException(
                    "expected at least 1 and the smaller number first, got " + Literals.quoted(text));
        }
        return new Range(fewest, most);
    }

    private static Optional<String> audience(String name, Node node, Reading reading) {
        List<String> known = new ArrayList<>(reading.names("populations"));
        boolean fine =
                known.contains(name) || reading.gazetteer().countryCodes().contains(name);
        return fine || reading.requireKnown(node, name, "population or country", known)
                ? Optional.of(name)
                : Optional.empty();
    }

    private static Optional<Limit> limit(String text, Node node, Reading reading) {
        Matcher form = LIMIT.matcher(text.strip());
        if (!form.matches()) {
            reading.problems()
                    .add(
                            node,
                            "expected a limit such as \"cost <= 12 MUSD\" or \"latency-mean(IN) <= 80ms\", got "
                                    + Literals.quoted(text));
            return Optional.empty();
        }
        Optional<Aim> aim = Optional.ofNullable(aims().get(form.group(1)));
        if (aim.isEmpty()) {
            reading.requireKnown(node, form.group(1), "figure that the model of optimize knows", aims().keySet());
            return Optional.empty();
        }
        String population = form.group(2) == null ? "" : form.group(2).strip();
        boolean known = population.isEmpty()
                || reading.requireKnown(node, population, "population", reading.names("populations"));
        if (known && !population.isEmpty() && aim.get() == Aim.COST) {
            reading.problems().add(node, "cost is not divided among populations");
            return Optional.empty();
        }
        try {
            double atMost = MetricNames.parse(aim.get().metric(), form.group(4));
            return known ? Optional.of(new Limit(aim.get(), population, atMost)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            reading.problems().add(node, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<OptimizeSpec> build(Fields f) {
        List<String> candidates =
                f.find(CANDIDATES).orElse(List.copyOf(f.reading().names("sites")));
        Range range = f.find(SITES).orElse(new Range(Math.max(1, f.get(KEEP).size()), candidates.size()));
        boolean fine = true;
        if (Set.copyOf(candidates).size() < candidates.size()) {
            f.problem(CANDIDATES, "names a site twice");
            fine = false;
        }
        if (!candidates.containsAll(f.get(KEEP))
                || Set.copyOf(f.get(KEEP)).size() < f.get(KEEP).size()) {
            f.problem(KEEP, "must name candidates, each once");
            fine = false;
        }
        if (range.most() > candidates.size() || range.most() < f.get(KEEP).size()) {
            f.problem(
                    SITES,
                    "must lie between the number of sites to keep ("
                            + f.get(KEEP).size() + ") and of candidates (" + candidates.size() + ")");
            fine = false;
        }
        if (f.get(LATENCY_PRICE).usd() > 0 && f.get(MINIMISE) != Aim.COST) {
            f.problem(LATENCY_PRICE, "goes with minimise: cost only");
            fine = false;
        }
        return fine
                ? Optional.of(new OptimizeSpec(
                        candidates,
                        f.get(KEEP),
                        range.fewest(),
                        range.most(),
                        f.get(MINIMISE),
                        f.get(LATENCY_PRICE).usd(),
                        f.get(SUBJECT_TO),
                        f.get(MAX_UTILISATION),
                        f.get(SURVIVE),
                        f.get(EXCLUDE),
                        f.get(LAWS)))
                : Optional.empty();
    }
}
