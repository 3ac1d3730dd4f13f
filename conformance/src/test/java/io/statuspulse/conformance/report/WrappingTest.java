package io.statuspulse.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {
    @Test
    void lines_break_at_spaces_and_hang() {
        assertThat(Wrapping.wrap("- ", 2, 10, "one two three four")).isEqualTo("- one two\n  three\n  four\n");
    }

    @Test
    void a_line_may_be_full_to_the_last_column() {
        assertThat(Wrapping.wrap("", 0, 7, "one two three")).isEqualTo("one two\nthree\n");
    }

    @Test
    void words_longer_than_a_line_break_within() {
        assertThat(Wrapping.wrap("  ", 2, 6, "abcdefghij k")).isEqualTo("  abcd\n  efgh\n  ij k\n");
    }

    @Test
    void pairs_of_surrogates_stay_together() {
        assertThat(Wrapping.wrap("", 0, 4, "\ud83d\ude00\ud83d\ude01\ud83d\ude02"))
                .isEqualTo("\ud83d\ude00\ud83d\ude01\n\ud83d\ude02\n");
    }

    @Test
    void wide_characters_take_two_columns() {
        assertThat(Wrapping.wrap("", 0, 7, "\u7f51\u7ad9 \u76d1\u63a7")).isEqualTo("\u7f51\u7ad9\n\u76d1\u63a7\n");
        assertThat(Wrapping.wrap("", 0, 5, "\u7f51\u7ad9\u76d1\u63a7")).isEqualTo("\u7f51\u7ad9\n\u76d1\u63a7\n");
    }

    @Test
    void marks_stay_with_what_they_are_put_onto() {
        assertThat(Wrapping.wrap("", 0, 2, "e\u0301e\u0301e\u0301")).isEqualTo("e\u0301e\u0301\ne\u0301\n");
    }

    @Test
    void spaces_within_a_line_are_kept() {
        assertThat(Wrapping.wrap("", 0, 20, "SignatureText[   ]")).isEqualTo("SignatureText[   ]\n");
    }

    @Test
    void nothing_is_one_empty_line() {
        assertThat(Wrapping.wrap("label ", 6, 20, "")).isEqualTo("label\n");
    }
}
