package dev.multisite.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** Writes the page that shows every case with its exact value, our value and the verdict. */
final class ValidationPage {

    private static final String HEAD = """
            # Exact cases

            Figures of the program beside exactly known ones. Each case is a scenario file that runs through the whole program
            (file, command line, results folder); nothing is taken from inner classes. The page is generated:

                ./mvnw -B test -Pslow-tests -Dall-tests -Dtest.groups=slow -pl simulator/validation -am -Dtest=ExactCasesTest \\
                    -Dsurefire.failIfNoSpecifiedTests=false -Dvalidation.update=true

            runs the suite and rewrites `results.csv` beside the cases and this page (`-Dvalidation.cases=Q01,D05`: those alone).
            `ValidationPageTest`, in every build, fails if a case, a stored result or this page is out of step with the others;
            without `-Dvalidation.update` the command above judges a fresh run.

            ## When a figure passes

            1. Half of its 95 % interval is at most the share of the exact value in the column *allowed*: a wide interval would
               pass everything.
            2. The exact value lies no further away than chance explains: the interval is widened until a right program that is
               given new seeds fails **any** figure of the suite with a probability below 1e-6 (Bonferroni, Student t).
            3. All but a few lie within 1.68 half-widths, about the 99.9 % interval: more than three cases with a figure outside
               fail the suite (probability below 1e-4 by chance).

            Figures without randomness must be met to 1e-9, their percentiles to the 0.1 % of a histogram. Seeds are fixed; all
            cases have the same one, so the deviations of similar cases are alike, and fewer or more than 5 % of all figures may lie
            outside the 95 % interval.

            """;

    private ValidationPage() {}

    static String render(Map<ExactCase, List<Measured>> results, List<NotExpressed> notExpressed) {
        StringBuilder page = new StringBuilder(HEAD);
        appendSummary(page, results);
        page.append("| case | figure | exact | estimate ± half-width | off by (half-widths) | allowed | verdict |\n");
        page.append("|---|---|---|---|---|---|---|\n");
        results.forEach((exactCase, measured) ->
                measured.forEach(figure -> page.append(row(exactCase, figure, figures(results)))));
        page.append("\n## Where the exact answers come from\n\n");
        results.keySet().forEach(exactCase -> page.append(source(exactCase)));
        page.append("\n## Known cases that are no scenario, and why\n\n");
        notExpressed.forEach(entry -> page.append("- **")
                .append(entry.cases())
                .append("** ")
                .append(entry.why())
                .append('\n'));
        return page.toString();
    }

    static int figures(Map<ExactCase, List<Measured>> results) {
        return results.values().stream().mapToInt(List::size).sum();
    }

    private static void appendSummary(StringBuilder page, Map<ExactCase, List<Measured>> results) {
        int all = figures(results);
        List<Measured> figures = results.values().stream().flatMap(List::stream).toList();
        long passed = figures.stream().filter(figure -> figure.passes(all)).count();
        long beyond = figures.stream().filter(figure -> figure.deviation() > 1).count();
        long unusual = figures.stream().filter(figure -> !figure.usual()).count();
        page.append("## Result\n\n**%d cases, %d figures, %d pass.** ".formatted(results.size(), all, passed));
        page.append(
                "The exact value lies outside the 95 %% interval in %d figures (%s %%), outside the 99.9 %% interval in %d.\n\n"
                        .formatted(beyond, rounded(100.0 * beyond / Math.max(1, all), 2), unusual));
    }

    /**
     * Well-known cases left out.
     *
     * @param cases what they are
     * @param why what the format would need and why it does not have it
     */
    record NotExpressed(String cases, String why) {}

    private static String row(ExactCase exactCase, Measured figure, int figures) {
        return "| " + exactCase.id() + " " + exactCase.title() + " | " + name(figure) + " | "
                + number(figure.expectation().exact()) + " " + unit(figure) + " | " + number(figure.estimate()) + " ± "
                + rounded(figure.halfWidth(), 2) + " | " + rounded(figure.deviation(), 2) + " | "
                + rounded(100 * figure.expectation().maxRelativeHalfWidth(), 2) + " % | "
                + verdict(figure, figures) + " |\n";
    }

    private static String verdict(Measured figure, int figures) {
        if (!figure.passes(figures)) {
            return "**fail**";
        }
        return figure.usual() ? "pass" : "pass, outside 99.9 %";
    }

    private static String name(Measured figure) {
        ExactCase.FigureKey key = figure.expectation().figure();
        String slice = String.join(
                ", ",
                List.of(key.architecture(), key.country(), key.site(), key.service()).stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
        String metric = figure.expectation().complement() ? "1 − " + key.metric() : key.metric();
        return slice.isEmpty() ? metric : metric + " (" + slice + ")";
    }

    private static String source(ExactCase exactCase) {
        String note = exactCase.note().isEmpty() ? "" : " " + exactCase.note();
        return "- **" + exactCase.id() + "** " + exactCase.source() + "." + note + "\n";
    }

    private static String unit(Measured figure) {
        String unit = figure.expectation().unit();
        return unit.equals("fraction") || unit.equals("1") ? "" : unit;
    }

    private static String number(double value) {
        return rounded(value, 6);
    }

    private static String rounded(double value, int digits) {
        return Double.isNaN(value)
                ? "–"
                : new BigDecimal(value)
                        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
