///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS dev.multisite:multisite-study:1.0.0-SNAPSHOT

import java.nio.file.Path;

import dev.multisite.api.Run;
import dev.multisite.api.ScenarioFile;
import dev.multisite.api.SweepFile;
import dev.multisite.statistics.Estimate;

/** What do twice the devices do to India's evening? The arguments are the scenario, a what-if file and a folder for it. */
public class WhatIf {
    public static void main(String[] arguments) throws Exception {
        ScenarioFile scenario = ScenarioFile.read(Path.of(arguments[0]));
        Run today = scenario.run();
        Run twice = scenario.with("populations.IN.devices", "120k").run();
        print("today", today.figure("from-india", "latency-mean", "IN"));
        print("with twice the devices", twice.figure("from-india", "latency-mean", "IN"));
        print("difference", twice.difference(today, "from-india", "latency-mean"));

        SweepFile sweep = SweepFile.read(Path.of(arguments[1]));
        System.out.println(sweep.points() + " points: " + sweep.run(Path.of(arguments[2])).folder());
    }

    private static void print(String what, Estimate millis) {
        System.out.printf("%-24s %.1f ms ± %.1f%n", what, millis.value(), millis.halfWidth());
    }
}
