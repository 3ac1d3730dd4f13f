package io.statuspulse.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.simulator.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BodyRewritingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "TRIMMED| {} |{}",
                "COMPACT_JSON|{ \"b\": 1.0, \"a\": [1e2, null, true] }|{\"b\":1,\"a\":[100,null,true]}",
                "COMPACT_JSON|{\"a\":\"\\u00e9\\/\"}|{\"a\":\"é/\"}",
                "SPACED_JSON|{\"b\":1.50,\"a\":[1,\"é\"]}|{\"b\": 1.5, \"a\": [1, \"\\u00e9\"]}",
                "SORTED_JSON|{\"b\":{\"d\":1,\"c\":2},\"a\":3}|{\"a\":3,\"b\":{\"c\":2,\"d\":1}}",
                "SLASHES_ESCAPED|{\"a\":\"b/é\"}|{\"a\":\"b\\/\\u00e9\"}",
                "LATIN1_TO_UTF8|é|Ã©",
                "UTF8_REPAIRED|é|é"
            })
    void writesAsItsNameSays(BodyRewriting how, String body, String rewritten) {
        assertThat(how.apply(Bytes.utf8(body)).asUtf8()).isEqualTo(rewritten);
    }

    @Test
    void leavesOutWhatTheTargetLacks() {
        assertThat(BodyRewriting.UTF8_TO_LATIN1.apply(Bytes.utf8("é€")).asLatin1())
                .isEqualTo("é?");
        assertThat(BodyRewriting.UTF8_REPAIRED.apply(Bytes.latin1("a\u00fe")).asUtf8())
                .isEqualTo("a\ufffd");
        assertThat(BodyRewriting.TRIMMED.apply(Bytes.latin1("\r\n a \u00fe\t")).asLatin1())
                .isEqualTo("a \u00fe");
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPACT_JSON", "SPACED_JSON", "SORTED_JSON", "SLASHES_ESCAPED"})
    void whatIsNoJsonCannotBeWrittenAnew(BodyRewriting how) {
        assertThatThrownBy(() -> how.apply(Bytes.utf8("{")))
                .isInstanceOf(NotComposableException.class)
                .hasMessageContaining("no JSON");
    }
}
