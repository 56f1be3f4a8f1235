package dev.multisite.spark;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.multisite.whatif.ClusterEngine;

import static org.assertj.core.api.Assertions.assertThat;

class SparkClusterProviderTest {
    @Test
    void theEngineIsFoundByItsNameAndNothingIsConnectedYet() throws Exception {
        ClusterEngine found = ClusterEngine.find("spark").orElseThrow();
        assertThat(found.at("spark://127.0.0.1:1", Map.of())).isNotNull();
        assertThat(ClusterEngine.find("flink")).isEmpty();
    }
}
