package dev.multisite.scenario.yaml;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON schema (draft 2020-12) of the scenario format, for completion and checks in editors. */
public final class ScenarioSchema {

    private ScenarioSchema() {}

    /** Returns the schema as indented JSON. */
    public static String json() {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(tree()) + "\n";
    }

    static ObjectNode tree() {
        SchemaWriter writer = new SchemaWriter();
        ObjectNode root = writer.node()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "multisite scenario, format version 1");
        root.setAll(ScenarioShape.SCENARIO.schema(writer));
        ObjectNode definitions = root.putObject("$defs");
        writer.definitions().forEach(definitions::set);
        return root;
    }
}
