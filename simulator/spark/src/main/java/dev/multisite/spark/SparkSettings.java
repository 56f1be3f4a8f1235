package dev.multisite.spark;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.spark.SparkConf;

import dev.multisite.whatif.SweepException;
import dev.multisite.whatif.SweepException.Kind;
import dev.multisite.whatif.SweepWork;

/** The settings of a Spark application: the caller's, those of spark-submit, and what this program needs. */
final class SparkSettings {
    private static final String MASTER = "spark.master";
    private static final String JARS = "spark.jars";

    private final String master;
    private final Map<String, String> settings;

    SparkSettings(String master, Map<String, String> settings) {
        this.master = master;
        this.settings = settings;
    }

    SparkConf of(String sweep) throws SweepException {
        SparkConf conf = new SparkConf();
        settings.forEach(conf::set);
        if (!master.isEmpty()) {
            conf.setMaster(master);
        }
        if (!conf.contains(MASTER)) {
            throw new SweepException(
                    Kind.NO_ENGINE,
                    "--engine spark needs the address of the cluster: --master spark://HOST:7077, yarn or k8s://HTTPS-ADDRESS");
        }
        conf.setIfMissing("spark.app.name", "multisite " + sweep);
        conf.setIfMissing("spark.ui.enabled", "false");
        // Results are not gathered but written as they arrive, so their sum means nothing.
        conf.setIfMissing("spark.driver.maxResultSize", "0");
        conf.set(JARS, String.join(",", jars(conf.get(JARS, ""))));
        return conf;
    }

    /** Returns the jars that executors need: those that the caller names, and those of this program. */
    private static Set<String> jars(String named) {
        Set<String> jars = new LinkedHashSet<>();
        for (String jar : named.split(",")) {
            if (!jar.isBlank()) {
                jars.add(jar.strip());
            }
        }
        List<Class<?>> parts = new ArrayList<>(List.of(SweepWork.class, SparkSettings.class));
        for (Class<?> part : parts) {
            addJarOf(part, jars);
        }
        return jars;
    }

    private static void addJarOf(Class<?> part, Set<String> jars) {
        try {
            Path place = Path.of(
                    part.getProtectionDomain().getCodeSource().getLocation().toURI());
            String name = String.valueOf(place.getFileName());
            boolean named = jars.stream().anyMatch(jar -> jar.endsWith("/" + name));
            if (Files.isRegularFile(place) && !named) {
                jars.add(place.toUri().toString());
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
