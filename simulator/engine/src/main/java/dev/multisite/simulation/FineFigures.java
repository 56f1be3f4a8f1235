package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.regulation.enforcement.EnforcementResult;
import dev.multisite.regulation.enforcement.Risk;

/** Fines, orders and blocks as figures. */
final class FineFigures {

    private final List<FineFigure> figures = new ArrayList<>();
    private final int replays;

    private FineFigures(int replays) {
        this.replays = replays;
    }

    static List<FineFigure> of(EnforcementResult result, int replays) {
        FineFigures all = new FineFigures(replays);
        all.add("", result.total());
        result.byLaw().forEach(all::add);
        return List.copyOf(all.figures);
    }

    private void add(String law, EnforcementResult.Figures found) {
        Risk announced = found.announced();
        add(law, "fine-probability", announced.probability(), announced.probabilityError());
        add(law, "fines-expected", announced.mean(), announced.meanError());
        add(law, "fines-p50", announced.p50(), Double.NaN);
        add(law, "fines-p95", announced.p95(), announced.p95Error());
        add(law, "fines-p99", announced.p99(), announced.p99Error());
        add(law, "fines-es95", announced.es95(), announced.es95Error());
        add(law, "fines-collected", found.collected().mean(), found.collected().meanError());
        add(law, "orders", found.orders().mean(), found.orders().meanError());
        add(
                law,
                "suspended-days",
                found.suspendedDays().mean(),
                found.suspendedDays().meanError());
        add(law, "blocks", found.blocks().mean(), found.blocks().meanError());
        add(
                law,
                "blocked-device-days",
                found.blockedDeviceDays().mean(),
                found.blockedDeviceDays().meanError());
    }

    private void add(String law, String metric, double value, double error) {
        figures.add(new FineFigure(law, metric, value, error, replays));
    }
}
