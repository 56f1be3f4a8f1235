package dev.multisite.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.multisite.experiment.MetricRow;
import dev.multisite.optimize.Candidate;
import dev.multisite.optimize.ChoiceFigures;
import dev.multisite.optimize.Confirmation.Outcome;
import dev.multisite.optimize.OptimizeJson;
import dev.multisite.optimize.SiteChoice;
import dev.multisite.optimize.Solution;
import dev.multisite.placement.Placement.Proof;
import dev.multisite.scenario.OptimizeSpec;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.verdict.Quantity;

/** Prints which sites to open, how sure that is, and the Pareto front. */
final class OptimizeReport {
    private static final int NAME = 40;
    private static final int MOST_ROWS = 12;
    private static final int MOST_SITES = 40;

    private final SiteChoice choice;
    private final Solution solution;
    private final Optional<Outcome> outcome;
    private final Optional<Path> folder;

    OptimizeReport(SiteChoice choice, Solution solution, Optional<Outcome> outcome, Optional<Path> folder) {
        this.choice = choice;
        this.solution = solution;
        this.outcome = outcome;
        this.folder = folder;
    }

    void print(PrintWriter out, boolean json, boolean quiet) {
        if (json) {
            out.print(new OptimizeJson(choice, solution, outcome).text(Optional.of(folder.orElse(Path.of("")))));
        } else if (!solution.best().isEmpty()) {
            if (quiet) {
                selected().sites().forEach(out::println);
            } else {
                print(out);
            }
        }
    }

    private Candidate selected() {
        int rank = outcome.map(o -> o.selection().best()).orElse(0);
        return solution.best().get(rank);
    }

    private void print(PrintWriter out) {
        out.println(choice.scenario().title());
        Candidate best = solution.best().get(0);
        String sites = best.sites().size() > MOST_SITES
                ? best.sites().size() + " sites, see assignment.csv"
                : String.join(", ", best.sites());
        TextLines.bullet(out, "Best in the model: open " + sites + ". " + objective(best) + ".");
        TextLines.bullet(out, proof(best));
        outcome.ifPresent(o -> TextLines.bullet(out, selection(o)));
        out.println();
        table(out);
        front(out);
        folder.ifPresent(path -> out.println("\nResults: " + path));
    }

    private String objective(Candidate best) {
        OptimizeSpec question = choice.scenario().optimize();
        ChoiceFigures figures = best.figures();
        return switch (question.minimise()) {
            case LATENCY -> "Mean round trip " + exact(figures.latencyMillis()) + " ms";
            case COST ->
                question.latencyPriceUsdPerMs() > 0
                        ? "Cost and priced latency " + exact(best.objective()) + " USD"
                        : "Cost " + exact(figures.costUsd()) + " USD";
            case FAILURES -> "First tries lost " + percent(figures.failureRate());
            case EXPOSURE -> Figures.text(figures.exposureRecordYears()) + " record-years in breach of a law";
        };
    }

    private String proof(Candidate best) {
        String how = " (%s, %.1f s)".formatted(solution.method(), solution.seconds());
        return switch (best.proof()) {
            case OPTIMAL -> "Proven optimal: gap 0 %" + how + ".";
            case GAP_OPEN ->
                "Not proven: gap %s; nothing below %s exists%s."
                        .formatted(percent(best.gap()), exact(best.bound()), how);
            case HEURISTIC -> "Not proven, gap unknown" + how + ".";
        };
    }

    private String selection(Outcome result) {
        Candidate selected = selected();
        int others = solution.best().size() - 1;
        if (others == 0) {
            return "Simulated beside the baseline; there was nothing to select from.";
        }
        String name = selected.name();
        String lead = selected.equals(solution.best().get(0)) ? "Simulation confirms " : "Simulation prefers ";
        String among = " among the best " + (others + 1) + " of the model";
        if (!result.selection().decided()) {
            return lead + name + among + " by its mean, but the replications ran out before the rest was ruled out.";
        }
        return lead + name + among + ": the best with probability of at least "
                + percent(result.confidence()) + " unless another is within " + exact(result.indifference()) + " "
                + choice.scenario()
                        .optimize()
                        .minimise()
                        .unit()
                        .replace("fraction", "")
                        .strip()
                + " (Kim-Nelson, " + result.selection().replications() + " replications).";
    }

    private void table(PrintWriter out) {
        out.printf(
                "%-" + NAME + "s %12s %12s %9s%s   %s%n",
                "placement",
                "round trip",
                "cost USD",
                "lost",
                choice.scenario().keepsRecords() ? " %13s".formatted("breach rec-yr") : "",
                outcome.isPresent() ? "%18s %22s %20s".formatted("simulated: mean", "cost", "failures") : "");
        List<Candidate> best = solution.best();
        for (Candidate candidate : best.subList(0, Math.min(MOST_ROWS, best.size()))) {
            boolean chosen = outcome.isPresent() && candidate.equals(selected());
            out.println((model((chosen ? "* " : "  ") + candidate.name(), candidate.figures())
                            + "   "
                            + simulated(candidate.name()))
                    .stripTrailing());
        }
        outcome.ifPresent(o -> {
            String baseline = o.result().scenario().baseline();
            out.println(("%-" + NAME + "s %12s %12s %9s%s   ")
                            .formatted(
                                    cut("  " + baseline + " (today)"),
                                    "",
                                    "",
                                    "",
                                    choice.scenario().keepsRecords() ? " ".repeat(14) : "")
                    + simulated(baseline));
        });
    }

    private String model(String name, ChoiceFigures figures) {
        String exposure =
                choice.scenario().keepsRecords() ? " %13s".formatted(Figures.text(figures.exposureRecordYears())) : "";
        return ("%-" + NAME + "s %9s ms %12s %9s%s")
                .formatted(
                        cut(name),
                        Figures.text(figures.latencyMillis()),
                        Figures.text(figures.costUsd()),
                        percent(figures.failureRate()),
                        exposure);
    }

    private String simulated(String name) {
        if (outcome.isEmpty()) {
            return "";
        }
        return "%18s %22s %20s"
                .formatted(
                        interval(name, "latency-mean", "ms"),
                        interval(name, "cost", "USD"),
                        interval(name, "failure-rate", "fraction"));
    }

    private String interval(String name, String metric, String unit) {
        Estimate estimate = simulated(name, metric);
        return Double.isNaN(estimate.value())
                ? "-"
                : Quantity.of(unit, estimate.value(), false).withInterval(estimate);
    }

    private Estimate simulated(String name, String metric) {
        return outcome.flatMap(o -> o.result().metric(name, Slice.ALL, metric))
                .map(MetricRow::estimate)
                .orElse(Estimate.none());
    }

    private void front(PrintWriter out) {
        List<Candidate> front = solution.front();
        out.println();
        out.println("Pareto front of cost, round trip, first tries lost"
                + (choice.scenario().keepsRecords() ? " and breaches (" : " (")
                + (solution.frontComplete()
                        ? "complete"
                        : "the best for " + (noProofs(front) ? "some" : "several") + " weights; there may be more")
                + "):");
        int shown = front.size() <= MOST_ROWS ? front.size() : MOST_ROWS - 1;
        front.subList(0, shown).forEach(candidate -> out.println(model("  " + candidate.name(), candidate.figures())));
        if (shown < front.size()) {
            out.println("  ... and " + (front.size() - shown) + " more in placements.csv");
        }
    }

    private static boolean noProofs(List<Candidate> front) {
        return front.stream().anyMatch(candidate -> candidate.proof() != Proof.OPTIMAL);
    }

    private static String cut(String text) {
        return text.length() <= NAME ? text : text.substring(0, NAME - 1) + "…";
    }

    private static String exact(double value) {
        return Math.abs(value) >= 1e7
                ? String.format(Locale.ROOT, "%.0f", value)
                : new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(12))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? Figures.text(share * 100) + " %" : "-";
    }
}
