package dev.multisite.demand;

/**
 * Rates of all classes, factored into devices per (population, cell), a weekly shape per service and the local time per
 * (zone, cell), so that a few megabytes hold years of quarter-hours for hundreds of classes.
 */
final class RateCurves {

    private final int[] population;
    private final int[] service;
    private final int[] zone;
    private final double[] factor;
    private final PopulationCells[] devices;
    private final WeekShape[] shapes;
    private final CellGrid grid;
    private final int slotSeconds;
    private final int[][] weekSeconds;

    /** Slot of the week per zone and cell. */
    private final char[][] slots;

    private final boolean[] smooth;
    private final double[][] slotMean;
    private final double[][] slotChange;

    /**
     * @param population index of the population per class
     * @param service index of the service per class
     * @param zone index of the time zone per class
     * @param factor share of the population's devices per class
     * @param slotSeconds length of the regular cells
     * @param weekSeconds local second of the week per zone and cell
     */
    RateCurves(
            int[] population,
            int[] service,
            int[] zone,
            double[] factor,
            PopulationCells[] devices,
            WeekShape[] shapes,
            CellGrid grid,
            int slotSeconds,
            int[][] weekSeconds) {
        this.population = population;
        this.service = service;
        this.zone = zone;
        this.factor = factor;
        this.devices = devices;
        this.shapes = shapes;
        this.grid = grid;
        this.slotSeconds = slotSeconds;
        this.weekSeconds = weekSeconds;
        slots = slots(weekSeconds, slotSeconds);
        smooth = new boolean[factor.length];
        for (int c = 0; c < smooth.length; c++) {
            smooth[c] = shapes[service[c]].smooth();
        }
        slotMean = new double[shapes.length][];
        slotChange = new double[shapes.length][];
        for (int i = 0; i < shapes.length; i++) {
            fillSlots(i);
        }
    }

    private static char[][] slots(int[][] weekSeconds, int slotSeconds) {
        char[][] slots = new char[weekSeconds.length][];
        for (int zone = 0; zone < slots.length; zone++) {
            slots[zone] = new char[weekSeconds[zone].length];
            for (int cell = 0; cell < slots[zone].length; cell++) {
                slots[zone][cell] = (char) (weekSeconds[zone][cell] / slotSeconds);
            }
        }
        return slots;
    }

    private void fillSlots(int index) {
        int slots = WeekShape.WEEK_SECONDS / slotSeconds;
        slotMean[index] = new double[slots];
        slotChange[index] = new double[shapes[index].smooth() ? slots : 0];
        for (int slot = 0; slot < slots; slot++) {
            slotMean[index][slot] = shapes[index].mean(slot * slotSeconds, slotSeconds);
            if (shapes[index].smooth()) {
                slotChange[index][slot] = shapes[index].change(slot * slotSeconds, slotSeconds);
            }
        }
    }

    int classes() {
        return factor.length;
    }

    void rates(int cell, double[] perSecond) {
        for (int c = 0; c < factor.length; c++) {
            perSecond[c] = rate(c, cell);
        }
    }

    /** Mean rate of a class in a cell: the mean of a product is the product of the means plus a covariance. */
    double rate(int demandClass, int cell) {
        PopulationCells base = devices[population[demandClass]];
        int slot = slots[zone[demandClass]][cell];
        if (smooth[demandClass]) {
            int weekSecond = weekSeconds[zone[demandClass]][cell];
            return factor[demandClass] * smoothRate(service[demandClass], weekSecond, slot, base, cell);
        }
        return factor[demandClass] * base.mean(cell) * slotMean[service[demandClass]][slot];
    }

    private double smoothRate(int index, int weekSecond, int slot, PopulationCells base, int cell) {
        WeekShape shape = shapes[index];
        double length = grid.length(cell);
        boolean whole = length == slotSeconds;
        double mean = whole ? slotMean[index][slot] : shape.mean(weekSecond, length);
        double change = whole ? slotChange[index][slot] : shape.change(weekSecond, length);
        return base.mean(cell) * mean + base.change(cell) * change / 12;
    }
}
