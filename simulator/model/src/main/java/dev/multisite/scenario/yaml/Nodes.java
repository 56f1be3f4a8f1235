package dev.multisite.scenario.yaml;

import dev.multisite.scenario.yaml.Node.Mapping;

/** Small helpers over node trees. */
final class Nodes {

    private Nodes() {}

    /** Returns the value of a key, or the group itself where there is none. */
    static Node child(Node node, String key) {
        Node child = node instanceof Mapping mapping ? mapping.find(key) : null;
        return child == null ? node : child;
    }
}
