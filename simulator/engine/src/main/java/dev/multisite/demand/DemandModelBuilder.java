package dev.multisite.demand;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.multisite.catalogue.PopulationCentre;
import dev.multisite.scenario.Period;
import dev.multisite.scenario.PopulationEvent;
import dev.multisite.scenario.PopulationEvent.DemandSurge;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.ServiceSpec;

/** Finds the demand classes of a scenario and the grid on which their rates are constant. */
final class DemandModelBuilder {

    /** Cells of profiles that change within the hour. */
    private static final int SMOOTH_SECONDS = 300;

    /** Longest cell while installed bases change. */
    private static final int GROWTH_SECONDS = 3600;

    private final Scenario scenario;
    private final Period period;
    private final TreeMap<String, PopulationSpec> populations;
    private final List<String> services;
    private final List<String> names;
    private final List<ZoneId> zones = new ArrayList<>();
    private final List<DemandClass> classes = new ArrayList<>();
    private final Map<String, InstalledBase> bases = new LinkedHashMap<>();
    private final WeekShape[] shapes;

    DemandModelBuilder(Scenario scenario) {
        this.scenario = scenario;
        period = scenario.period();
        populations = new TreeMap<>(scenario.populations());
        names = List.copyOf(populations.keySet());
        TreeMap<String, ServiceSpec> byName = new TreeMap<>(scenario.services());
        services = List.copyOf(byName.keySet());
        shapes = byName.values().stream().map(WeekShape::of).toArray(WeekShape[]::new);
    }

    DemandModel build() {
        populations.forEach((name, population) -> {
            bases.put(name, InstalledBase.of(population, period));
            addClasses(population);
        });
        int slotSeconds = slotSeconds();
        CellGrid grid = CellGrid.of(period, rasterSeconds(slotSeconds), breaks());
        return new DemandModel(scenario, classes, bases, grid, curves(grid, slotSeconds));
    }

    private void addClasses(PopulationSpec population) {
        TreeMap<String, List<PopulationCentre>> byZone = new TreeMap<>();
        for (PopulationCentre centre : population.centres()) {
            byZone.computeIfAbsent(centre.zone().getId(), zone -> new ArrayList<>())
                    .add(centre);
        }
        for (String service : services) {
            if (population.uses().getOrDefault(service, 0.0) > 0) {
                byZone.forEach((zone, centres) ->
                        classes.add(new DemandClass(population.name(), service, ZoneId.of(zone), centres)));
            }
        }
        byZone.keySet().stream()
                .map(ZoneId::of)
                .filter(zone -> !zones.contains(zone))
                .forEach(zones::add);
    }

    private WeekShape shapeOf(DemandClass demandClass) {
        return shapes[services.indexOf(demandClass.service())];
    }

    /** Length of a cell within which no weekly shape jumps. */
    private int slotSeconds() {
        int slot = GROWTH_SECONDS;
        for (DemandClass demandClass : classes) {
            if (shapeOf(demandClass).smooth()) {
                return SMOOTH_SECONDS;
            }
            if (shapeOf(demandClass).varies()) {
                slot = Math.min(slot, new LocalClock(demandClass.zone(), period).gridSeconds());
            }
        }
        return slot;
    }

    private double rasterSeconds(int slotSeconds) {
        boolean shaped =
                classes.stream().anyMatch(demandClass -> shapeOf(demandClass).varies());
        boolean growing = bases.values().stream().anyMatch(base -> !base.constantBetweenBreaks());
        return shaped || growing ? slotSeconds : Double.POSITIVE_INFINITY;
    }

    private TreeSet<Double> breaks() {
        TreeSet<Double> breaks = new TreeSet<>();
        for (InstalledBase base : bases.values()) {
            for (double at : base.breaks()) {
                breaks.add(at);
            }
        }
        for (PopulationSpec population : scenario.populations().values()) {
            for (PopulationEvent event : population.events()) {
                if (event instanceof DemandSurge surge) {
                    breaks.add(period.toSeconds(surge.on()));
                    breaks.add(period.toSeconds(surge.until()));
                }
            }
        }
        return breaks;
    }

    private RateCurves curves(CellGrid grid, int slotSeconds) {
        int n = classes.size();
        int[] population = new int[n];
        int[] service = new int[n];
        int[] zone = new int[n];
        double[] factor = new double[n];
        for (int c = 0; c < n; c++) {
            DemandClass demandClass = classes.get(c);
            population[c] = names.indexOf(demandClass.population());
            service[c] = services.indexOf(demandClass.service());
            zone[c] = zones.indexOf(demandClass.zone());
            factor[c] = uses(demandClass) * demandClass.weight();
        }
        return new RateCurves(
                population, service, zone, factor, cells(grid), shapes, grid, slotSeconds, weekSeconds(grid));
    }

    private PopulationCells[] cells(CellGrid grid) {
        boolean smooth =
                classes.stream().anyMatch(demandClass -> shapeOf(demandClass).smooth());
        List<PopulationCells> cells = new ArrayList<>();
        populations.forEach((name, population) ->
                cells.add(new PopulationCells(population, period, InstalledBase.of(population, period), grid, smooth)));
        return cells.toArray(new PopulationCells[0]);
    }

    private double uses(DemandClass demandClass) {
        for (PopulationSpec population : populations.values()) {
            if (population.name().equals(demandClass.population())) {
                return population.uses().getOrDefault(demandClass.service(), 0.0);
            }
        }
        return 0;
    }

    private int[][] weekSeconds(CellGrid grid) {
        double[] starts = grid.starts();
        int[][] all = new int[zones.size()][grid.cells()];
        for (int z = 0; z < all.length; z++) {
            new LocalClock(zones.get(z), period).weekSeconds(starts, all[z]);
        }
        return all;
    }
}
