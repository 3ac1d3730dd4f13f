package io.statuspulse.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What edits can be made with, to the last value that they take. */
class EditBoundsTest {

    @ParameterizedTest
    @CsvSource({
        "cut-end=0",
        "nested-arrays=1",
        "long-number=1",
        "many-fields=1",
        "colliding-fields=1",
        "gzip-bomb=1",
        "gzip-bomb=1024",
        "huge-body=1",
        "huge-body=1024",
        "many-headers=1:1",
        "shift-boundary-into-timestamp=1",
        "short-content-length=1",
        "second-content-length=1:wrong-first",
        "drip=body:1:0s",
        "replace-bytes=00:",
        "pad-to=0",
        "pad-to=33554432",
        "nested-arrays=16777216",
        "long-number=33554432",
        "many-fields=500000",
        "colliding-fields=500000",
        "many-headers=500000:67",
        "many-headers=1:33554432"
    })
    void takesTheLastValueInsideItsBounds(String text) {
        assertThat(EditParser.parse(text)).isInstanceOf(Edit.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nested-arrays=0                     | depth: 0 is less than 1",
                "long-number=0                       | digits: 0 is less than 1",
                "many-fields=0                       | fields: 0 is less than 1",
                "colliding-fields=0                  | fields: 0 is less than 1",
                "gzip-bomb=0                         | mebibytes: 0 is less than 1",
                "gzip-bomb=1025                      | mebibytes: 1025 is more than 1024",
                "huge-body=0                         | mebibytes: 0 is less than 1",
                "huge-body=1025                      | mebibytes: 1025 is more than 1024",
                "pad-to=33554433                     | bytes to pad to: 33554433 is more than 33554432",
                "nested-arrays=16777217              | depth: 16777217 is more than 16777216",
                "long-number=33554433                | digits: 33554433 is more than 33554432",
                "many-fields=500001                  | fields: 500001 is more than 500000",
                "colliding-fields=500001             | fields: 500001 is more than 500000",
                "many-headers=500001:1               | headers: 500001 is more than 500000",
                "many-headers=500000:68              | headers of 68 characters: 500000 is more than 493447",
                "many-headers=0:1                    | headers: 0 is less than 1",
                "many-headers=1:0                    | characters of a header: 0 is less than 1",
                "shift-boundary-into-timestamp=0     | digits to move: 0 is less than 1",
                "short-content-length=0              | bytes to leave out of Content-Length: 0 is less than 1",
                "second-content-length=0:wrong-first | bytes that the second length is shorter: 0 is less than 1",
                "drip=body:0:1s                      | bytes to drip: 0 is less than 1",
                "drip=body:1:-1s                     | pause: -PT1S is negative",
                "replace-bytes=:00                   | number of bytes to replace: 0 is less than 1",
                "replace-bytes=0:00                  | bytes to replace: '0' is not pairs of hex digits, e.g. 0d0a",
                "replace-bytes=00:z                  | bytes to put in their place: 'z' is not pairs of hex digits, e.g. 0d0a",
                "prepend-bytes=0                     | bytes to prepend: '0' is not pairs of hex digits, e.g. 0d0a",
                "append-bytes=xy                     | bytes to append: 'xy' is not pairs of hex digits, e.g. 0d0a"
            })
    void refusesTheFirstValueOutsideThemWhereItIsWritten(String text, String why) {
        assertThatThrownBy(() -> EditParser.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(": " + why);
    }

    @ParameterizedTest
    @CsvSource({"-1, bytes to pad to: -1 is less than 0", "-2147483648, bytes to pad to: -2147483648 is less than 0"})
    void refusesToPadOrCutByLessThanNothing(int bytes, String why) {
        assertThatThrownBy(() -> new BodyEdit.PadTo(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
        assertThatThrownBy(() -> new BodyEdit.CutEnd(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why.replace("pad to", "cut"));
    }
}
