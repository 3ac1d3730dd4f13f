package io.statuspulse.conformance.report;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void ascii_latin_and_kyrillic_letters_take_one() {
        assertThat(Columns.of("signature/missing \u00fc \u0416 \u2026 \u2014")).isEqualTo(25);
    }

    /** What Unicode says, by way of Python's copy of it. */
    @Test
    void nothing_that_unicode_calls_wide_is_taken_for_narrow() throws IOException, InterruptedException {
        List<Integer> wide = python("import unicodedata as u\n"
                        + "print(*(c for c in range(0x110000)"
                        + " if u.category(chr(c)) not in ('Cn', 'Mn', 'Me') and u.east_asian_width(chr(c)) in 'WF'))")
                .stream()
                .map(Integer::valueOf)
                .toList();
        assertThat(wide).hasSizeGreaterThan(50_000).allMatch(character -> Columns.of(character) == 2);
    }

    private static List<String> python(String program) throws IOException, InterruptedException {
        Process python;
        try {
            python = new ProcessBuilder("python3", "-c", program)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            return abort("there is no python3 here: " + e.getMessage());
        }
        String out = new String(python.getInputStream().readAllBytes(), US_ASCII);
        assertThat(python.waitFor()).isZero();
        return List.of(out.strip().split(" ", -1));
    }
}
