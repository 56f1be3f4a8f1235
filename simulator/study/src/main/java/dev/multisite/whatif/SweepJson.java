package dev.multisite.whatif;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.scenario.whatif.Axis;
import dev.multisite.scenario.whatif.Level;
import dev.multisite.scenario.whatif.WhatIf;
import dev.multisite.scenario.yaml.BaseScenario;
import dev.multisite.scenario.yaml.WhatIfResult;

/** Makes {@code sweep.json}: what was asked and what made the answer. No clock and no path, so equal sweeps are equal. */
final class SweepJson {
    static final int FORMAT = 1;

    private SweepJson() {}

    static String fingerprint(WhatIfResult.Valid input, String version) {
        String content = String.join(
                "\n",
                Integer.toString(FORMAT),
                version,
                input.sha256(),
                input.base().sha256());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(WhatIfResult.Valid input, String version, int points, int failed) {
        WhatIf whatIf = input.whatIf();
        BaseScenario base = input.base();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        root.putObject("program").put("name", "multisite").put("version", version);
        root.put("fingerprint", fingerprint(input, version));
        root.putObject("what-if").put("name", whatIf.name()).put("sha256", input.sha256());
        root.putObject("base")
                .put("file", whatIf.base())
                .put("title", base.scenario().title())
                .put("baseline", base.scenario().baseline())
                .put("sha256", base.sha256())
                .put("effective", base.unchanged().effectiveText());
        root.put("seed", base.scenario().simulation().seed());
        root.put("design", whatIf.design().key());
        root.put("points", points);
        root.put("failed", failed);
        ArrayNode measure = root.putArray("measure");
        whatIf.measure().forEach(measure::add);
        ArrayNode axes = root.putArray("axes");
        whatIf.axes().forEach(axis -> axis(axis, base.valueAt(axis.path()), axes.addObject()));
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void axis(Axis axis, String baseValue, ObjectNode node) {
        node.put("path", axis.path()).put("base", baseValue);
        if (axis instanceof Axis.Listed listed) {
            ObjectNode values = node.putObject("values");
            for (Level level : listed.levels()) {
                values.put(level.label(), level.value());
            }
        } else if (axis instanceof Axis.Spread spread) {
            node.put("distribution", spread.distribution().toString()).put("unit", spread.unit());
        }
    }
}
