package dev.multisite.results;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

import dev.multisite.experiment.ExperimentResult;

/** Names of runs: the same scenario, seed and program version have the same id. */
final class RunId {
    private static final int LENGTH = 10;
    private static final int LONGEST_NAME = 60;

    private RunId() {}

    static String of(RunInfo info, ExperimentResult result) {
        var simulation = result.scenario().simulation();
        String content = String.join(
                "\n",
                info.programVersion(),
                Long.toString(simulation.seed()),
                simulation.fidelity().key(),
                Integer.toString(result.replications()),
                String.join(",", result.scenario().architectures().keySet()),
                info.effectiveScenario());
        return sha256(content).substring(0, LENGTH);
    }

    /** Returns a name that is one harmless folder name, whatever the scenario is called. */
    static String folderName(RunInfo info, ExperimentResult result) {
        String safe = info.name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        safe = safe.replaceAll("^[.-]+|[.-]+$", "");
        safe = safe.isEmpty() ? "scenario" : safe.substring(0, Math.min(LONGEST_NAME, safe.length()));
        return safe + "-" + of(info, result);
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
