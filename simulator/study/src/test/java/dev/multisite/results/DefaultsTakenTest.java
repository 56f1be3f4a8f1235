package dev.multisite.results;

import org.junit.jupiter.api.Test;

import dev.multisite.results.DefaultsTaken.Taken;

import static org.assertj.core.api.Assertions.assertThat;

class DefaultsTakenTest {

    @Test
    void onlyMarkedKeysAreListedAndNamesThatShareADefaultStandTogether() {
        String effective = "title: \"a: b  # default\"\nservices:\n  sync:\n    weekend: 1  # default\n"
                + "    timeout: 4s\n  shop:\n    weekend: 1  # default\n"
                + "populations:\n  CN:\n    access:  # default: the catalogue's mix\n      wired: 0.4\n      wifi: 0.6\n";

        assertThat(DefaultsTaken.of(effective))
                .containsExactly(
                        new Taken("services.(sync, shop).weekend", "1", "default of the scenario format"),
                        new Taken("populations.CN.access", "wired: 0.4, wifi: 0.6", "the catalogue's mix"));
    }
}
