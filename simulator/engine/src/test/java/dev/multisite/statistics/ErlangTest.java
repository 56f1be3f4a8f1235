package dev.multisite.statistics;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ErlangTest {
    @Test
    void oneServerIsTheTextbookQueue() {
        assertThat(Erlang.waiting(1, 0.8)).isCloseTo(0.8, within(1e-12));
        assertThat(Erlang.meanWait(1, 0.8, 1)).isCloseTo(4, within(1e-12));
    }

    @Test
    void tenServersAtEightyPercent() {
        assertThat(Erlang.blocking(10, 8)).isCloseTo(0.1216610642529515, within(1e-12));
        assertThat(Erlang.waiting(10, 8)).isCloseTo(0.4091801507964436, within(1e-12));
        assertThat(Erlang.meanWait(10, 8, 0.1)).isCloseTo(0.02045900753982218, within(1e-13));
    }
}
