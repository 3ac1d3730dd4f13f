package io.statuspulse.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EditParserTest {

    static Stream<Arguments> samples() {
        return EditSamples.all().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsEveryEdit(String text, Edit edit) {
        assertThat(EditParser.parse(text)).isEqualTo(edit);
    }

    @Test
    void isTestedWithEditsOfEveryKind() {
        Set<Class<?>> sampled = new HashSet<>();
        EditSamples.all().values().forEach(edit -> sampled.add(edit.getClass()));

        assertThat(sampled).isEqualTo(EditSamples.kinds()).hasSizeGreaterThan(40);
    }

    @Test
    void saysHowEveryEditIsWritten() {
        assertThat(EditParser.usages().stream().map(usage -> usage.split("=", 2)[0]))
                .isSorted();
        assertThat(EditParser.usages())
                .hasSameSizeAs(EditSamples.kinds())
                .contains(
                        "timestamp-shift=SHIFT",
                        "set-field=NAME:JSON",
                        "replace-bytes=FROMHEX:TOHEX",
                        "reverse-fields",
                        "tamper-body=EDIT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense              | edit: there is no 'nonsense'; expected one of add-header, alter-signature,",
                "TimestampShift=-1h    | edit: there is no 'TimestampShift'; expected one of",
                "''                    | edit: there is no ''; expected one of",
                "timestamp-shift       | edit: 'timestamp-shift' does not fit; expected timestamp-shift=SHIFT",
                "timestamp-shift=soon  | edit: timestamp-shift=SHIFT: 'soon' is no duration; expected e.g. 300s,",
                "reverse-fields=x      | edit: 'reverse-fields=x' does not fit; expected reverse-fields",
                "set-field=region      | edit: 'set-field=region' does not fit; expected set-field=NAME:JSON",
                "pad-to=many           | edit: pad-to=BYTES: 'many' is no number in [0, 999999999]",
                "pad-to=-1             | edit: pad-to=BYTES: '-1' is no number in [0, 999999999]",
                "pad-to=1000000000     | edit: pad-to=BYTES: '1000000000' is no number in [0, 999999999]",
                "pad-to=٣              | edit: pad-to=BYTES: '\\u0663' is no number in [0, 999999999]",
                "layout=flat           | edit: layout=LAYOUT: 'flat' is none of compact, spaced, pretty, crlf",
                "tamper-body=drop-header=signature | edit: tamper-body=EDIT: 'drop-header=signature' is no edit of the body",
                "tamper-body=oops      | edit: tamper-body=EDIT: edit: there is no 'oops'; expected one of",
                "append-bytes=xyz      | edit: append-bytes=HEX: bytes to append: 'xyz' is not pairs of hex digits, e.g. 0d0a",
                "replace-bytes=:00     | edit: replace-bytes=FROMHEX:TOHEX: number of bytes to replace: 0 is less than 1",
                "chunked=0             | edit: chunked=BYTES: bytes of a chunk: 0 is less than 1",
                "split-writes=0:1s     | edit: split-writes=PIECES:PAUSE: pieces: 0 is less than 1",
                "split-writes=2:-1s    | edit: split-writes=PIECES:PAUSE: pause: -PT1S is negative",
                "expect-continue=-1s   | edit: expect-continue=ATMOST: wait for 100 Continue: -PT1S is negative",
                "method=P T            | edit: method=NAME: method: 'P T' is no token, e.g. PUT",
                "sibling-path=a/b      | edit: sibling-path=LASTSEGMENT: path segment: 'a/b' is none, e.g. no-such-path",
                "huge-body=0           | edit: huge-body=MEBIBYTES: mebibytes: 0 is less than 1",
                "gzip-bomb=1025        | edit: gzip-bomb=MEBIBYTES: mebibytes: 1025 is more than 1024",
                "drip=tail:1:1s        | edit: drip=PART:BYTES:PAUSE: 'tail' is none of head, body",
                "short-content-length=0 | edit: short-content-length=BYTES: bytes to leave out of Content-Length: 0 is less",
                "shift-boundary-into-timestamp=0 | edit: shift-boundary-into-timestamp=DIGITS: digits to move: 0 is less",
            })
    void saysWhatWouldBeRight(String text, String message) {
        assertThatThrownBy(() -> EditParser.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    /** Else each would be read before the one around it is refused, until the stack is full. */
    @Test
    void refusesTamperingThatIsNested() {
        assertThatThrownBy(() -> EditParser.parse("tamper-body=".repeat(50_000) + "flip-bit"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("flip-bit' is no edit of the body");
    }

    @Test
    void showsNoControlCharactersOfWhatWasTyped() {
        assertThatThrownBy(() -> EditParser.parse("\u001b[31mred"))
                .hasMessageStartingWith("edit: there is no '\\x1b[31mred'");
    }
}
