package dev.multisite.report.html;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChaptersTest {

    @Test
    void everyKindOfChartHasAChapter() {
        assertThat(Chapters.holdAll()).isTrue();
    }
}
