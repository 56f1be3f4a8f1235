package dev.multisite.report.results;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextTest {

    @Test
    void controlAndDirectionCharactersAreTakenOut() {
        assertThat(Text.clean("a\u0000b\u202Ec\u2066d\u001B[31m\ne")).isEqualTo("a\uFFFDbcd\uFFFD[31m e");
        assertThat(Text.clean("x\uD800y\uFFFF")).isEqualTo("x\uFFFDy\uFFFD");
    }

    @Test
    void whatPeopleWriteStays() {
        assertThat(Text.clean("שלום <b> & \"München\" 東京 🙂")).isEqualTo("שלום <b> & \"München\" 東京 🙂");
    }

    @Test
    void longNamesKeepTheirBeginningAndEnd() {
        assertThat(Text.shorten("a-very-long-name-of-a-site-7", 16))
                .isEqualTo("a-very-long…te-7")
                .hasSize(16);
        assertThat(Text.shorten("short", 16)).isEqualTo("short");
    }
}
