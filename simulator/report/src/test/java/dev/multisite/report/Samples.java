package dev.multisite.report;

import java.io.IOException;
import java.nio.file.Path;

/** Writes sample folders with their charts and report, to look at. */
final class Samples {

    private Samples() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Report.write(new SyntheticResults().writeTo(folder.resolve("usual")));
        Report.write(SyntheticResults.crowded().writeTo(folder.resolve("crowded")));
        Report.write(SyntheticResults.hostile().writeTo(folder.resolve("hostile")));
        Report.write(SyntheticResults.scripts().writeTo(folder.resolve("scripts")));
        SyntheticResults small = new SyntheticResults();
        small.replications = 1;
        small.failures = false;
        small.exposure = false;
        small.countries = SyntheticResults.TWELVE.subList(1, 2);
        Report.write(small.writeTo(folder.resolve("small")));
    }
}
