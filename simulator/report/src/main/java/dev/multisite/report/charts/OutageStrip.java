package dev.multisite.report.charts;

import java.awt.BasicStroke;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeriesCollection;

import dev.multisite.report.theme.Palette;
import dev.multisite.report.theme.Theme;

/** Which sites and paths were down, and when. */
final class OutageStrip {

    private static final int MOST_ROWS = 12;

    private final Timeline timeline;
    private final List<Timeline.Outage> outages;
    private final List<String> subjects;

    OutageStrip(Timeline timeline) {
        this.timeline = timeline;
        this.outages = timeline.outages();
        this.subjects = outages.stream()
                .map(Timeline::subject)
                .distinct()
                .limit(MOST_ROWS)
                .toList();
    }

    boolean isEmpty() {
        return subjects.isEmpty();
    }

    double height() {
        return subjects.size() * 19.0 + 18;
    }

    JFreeChart chart() {
        XYPlot plot = Theme.plot(timeline.bareAxis(), Theme.rows(subjects.toArray(String[]::new)));
        plot.setRangeGridlinesVisible(false);
        plot.setDataset(new XYSeriesCollection());
        plot.setRenderer(new XYLineAndShapeRenderer());
        double shortest = (timeline.to().toEpochMilli() - timeline.from().toEpochMilli()) / 450.0;
        for (Timeline.Outage outage : outages) {
            int row = subjects.indexOf(Timeline.subject(outage));
            if (row >= 0) {
                double start = outage.from().toEpochMilli();
                double end = Math.max(start + shortest, outage.to().toEpochMilli());
                BasicStroke thick = new BasicStroke(9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
                plot.addAnnotation(new XYLineAnnotation(start, row, end, row, thick, Palette.ALARM));
            }
        }
        timeline.markPhases(plot);
        timeline.align(plot);
        return Theme.chart(plot);
    }
}
