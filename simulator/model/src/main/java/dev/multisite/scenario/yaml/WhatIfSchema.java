package dev.multisite.scenario.yaml;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON schema (draft 2020-12) of what-if files, for completion and checks in editors. */
public final class WhatIfSchema {

    private WhatIfSchema() {}

    /** Returns the schema as indented JSON. */
    public static String json() {
        SchemaWriter writer = new SchemaWriter();
        ObjectNode root = writer.node()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "multisite what-if file, format version 1");
        root.setAll(WhatIfShape.named("what-if").schema(writer));
        ObjectNode definitions = root.putObject("$defs");
        writer.definitions().forEach(definitions::set);
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
