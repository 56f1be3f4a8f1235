package dev.multisite.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

import dev.multisite.experiment.ExperimentListener;

/** One line that tells how far a run is: replications done, requests per second, time left. */
final class Progress implements ExperimentListener, AutoCloseable {
    private static final int BAR_WIDTH = 24;
    private static final long PERIOD_MILLIS = 200;

    private final PrintWriter err;
    private final String name;
    private final DoubleAdder done = new DoubleAdder();
    private final LongAdder requests = new LongAdder();
    private final long begin = System.nanoTime();
    private final Thread painter = new Thread(this::paint, "progress");
    private volatile int planned;

    Progress(PrintWriter err, String name) {
        this.err = err;
        this.name = name;
        painter.setDaemon(true);
        painter.start();
    }

    private Progress(PrintWriter err) {
        this.err = err;
        this.name = "";
    }

    /** Returns a progress that shows nothing. */
    static Progress hidden(PrintWriter err) {
        return new Progress(err);
    }

    @Override
    public void planned(int replications) {
        planned = replications;
    }

    @Override
    public void advanced(double replications, long simulated) {
        done.add(replications);
        requests.add(simulated);
    }

    private void paint() {
        try {
            while (true) {
                err.print("\r" + line((System.nanoTime() - begin) * 1e-9));
                err.flush();
                Thread.sleep(PERIOD_MILLIS);
            }
        } catch (InterruptedException e) {
            err.print("\r" + " ".repeat(79) + "\r");
            err.flush();
        }
    }

    /** Returns the line after {@code seconds}. */
    String line(double seconds) {
        double share = planned == 0 ? 0 : Math.min(1, done.sum() / planned);
        int filled = (int) (share * BAR_WIDTH);
        String bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
        String left = share > 0.01 && seconds > 1 ? time(seconds / share * (1 - share)) + " left" : "";
        String line = "%-20.20s %s %3.0f %%  %d/%d  %s req/s  %s"
                .formatted(name, bar, share * 100, (int) done.sum(), planned, rate(requests.sum() / seconds), left);
        return line.length() > 79 ? line.substring(0, 79) : line + " ".repeat(79 - line.length());
    }

    private static String rate(double perSecond) {
        return perSecond >= 1e6
                ? String.format(Locale.ROOT, "%.1f M", perSecond / 1e6)
                : String.format(Locale.ROOT, "%.0f k", perSecond / 1e3);
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 60 ? whole / 60 + " min " + whole % 60 + " s" : whole + " s";
    }

    @Override
    public void close() {
        painter.interrupt();
        try {
            painter.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
