package dev.multisite.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.multisite.report.charts.Chart;
import dev.multisite.report.charts.ChartFiles;
import dev.multisite.report.charts.Source;
import dev.multisite.report.results.ResultsFolder;
import dev.multisite.report.results.Run;
import dev.multisite.report.results.Times;
import dev.multisite.report.theme.Numbers;

/** Turns results and charts into what the page says. */
final class PageBuilder {

    private final Source source;
    private final ResultsFolder results;
    private final Run run;

    PageBuilder(Source source) {
        this.source = source;
        this.results = source.results();
        this.run = results.run();
    }

    Page build(List<Chart> charts, String css, String script) {
        PageTables tables = new PageTables(source);
        return new Page(
                run.scenario().title(),
                run.scenario().description(),
                about(),
                Verdicts.of(results),
                tables.objectives(),
                tables.comparison(),
                tables.pairs(),
                Chapters.of(charts, PageBuilder::figure),
                tables.lawDates(),
                tables.phases(),
                tables.events(),
                tables.assumptions(),
                run.assumptionStudy().question(),
                run.assumptionStudy().reason(),
                tables.checks(),
                run.checks().stream().allMatch(Run.Check::holds),
                reproduce(),
                String.join("\n", run.scenario().effective()),
                css,
                script);
    }

    private static Page.Figure figure(Chart chart) {
        String svg = InlineSvg.of(chart.id(), ChartFiles.inline(chart));
        return new Page.Figure(chart.id(), chart.question(), chart.answer(), chart.guide(), svg, chart.data());
    }

    private List<String> about() {
        List<String> about = new ArrayList<>();
        if (run.scenario().to().isAfter(run.scenario().from())) {
            about.add(Times.day(run.scenario().from()) + " to "
                    + Times.day(run.scenario().to()));
        }
        about.add(results.architectures().size()
                + (results.architectures().size() == 1
                        ? " architecture"
                        : " architectures, compared with " + results.baseline()));
        about.add(source.certainty());
        if (run.provenance().requestsSimulated() > 0) {
            about.add(Numbers.plain(run.provenance().requestsSimulated(), "1") + " requests simulated one by one");
        }
        return about;
    }

    private List<Page.Fact> reproduce() {
        Run.Provenance made = run.provenance();
        List<Page.Fact> facts = new ArrayList<>();
        fact(facts, "Command", made.command());
        fact(facts, "Program", (made.program() + " " + made.version()).strip());
        fact(facts, "Scenario", run.scenario().name());
        fact(facts, "Hash of the effective scenario", run.scenario().hash());
        fact(facts, "Seed", made.seed());
        fact(facts, "Fidelity", made.fidelity());
        fact(facts, "Replications", count(made.replications()));
        fact(facts, "Overrides", String.join(", ", made.overrides()));
        fact(
                facts,
                "Wall time",
                made.wallSeconds() > 0 ? String.format(Locale.ROOT, "%.1f s", made.wallSeconds()) : "");
        return facts;
    }

    private static String count(double value) {
        return Double.isFinite(value) ? String.valueOf((long) value) : "";
    }

    private static void fact(List<Page.Fact> facts, String name, String value) {
        if (!value.isBlank()) {
            facts.add(new Page.Fact(name, value));
        }
    }
}
