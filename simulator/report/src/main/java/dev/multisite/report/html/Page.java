package dev.multisite.report.html;

import java.util.List;

import dev.multisite.report.charts.DataTable;

/**
 * Everything the page says, as text that templates escape.
 *
 * @param about lines of the head: period, baseline, certainty
 * @param effective the scenario with every default
 * @param reproduce what one needs to get the same figures
 */
public record Page(
        String title,
        String description,
        List<String> about,
        List<Verdict> verdicts,
        DataTable objectives,
        DataTable comparison,
        DataTable pairs,
        List<Chapter> chapters,
        DataTable lawDates,
        DataTable phases,
        DataTable events,
        DataTable assumptions,
        String assumptionQuestion,
        String noEffectsBecause,
        DataTable checks,
        boolean checksHold,
        List<Fact> reproduce,
        String effective,
        String css,
        String script) {

    public Page {
        about = List.copyOf(about);
        verdicts = List.copyOf(verdicts);
        chapters = List.copyOf(chapters);
        reproduce = List.copyOf(reproduce);
    }

    /** How many sentences stand at the top; more would not be read. */
    private static final int FIRST = 9;

    public List<Verdict> firstVerdicts() {
        return verdicts.subList(0, Math.min(FIRST, verdicts.size()));
    }

    public List<Verdict> moreVerdicts() {
        return verdicts.subList(firstVerdicts().size(), verdicts.size());
    }

    /**
     * A sentence.
     *
     * @param sure whether its interval supports it
     */
    public record Verdict(String text, String certainty, boolean sure) {}

    /**
     * Pictures that answer related questions.
     *
     * @param id of its heading, not the one of a picture
     * @param absence what to say if it has no pictures; empty: leave it out then
     */
    public record Chapter(String id, String heading, String absence, List<Figure> figures) {
        public Chapter {
            figures = List.copyOf(figures);
        }

        public boolean isShown() {
            return !figures.isEmpty() || !absence.isEmpty();
        }
    }

    /**
     * A picture with its words.
     *
     * @param svg an element whose text is escaped already
     */
    public record Figure(String id, String question, String answer, String guide, String svg, DataTable data) {}

    /** A name and a value. */
    public record Fact(String name, String value) {}
}
