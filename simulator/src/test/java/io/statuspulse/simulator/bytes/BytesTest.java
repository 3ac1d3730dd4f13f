package io.statuspulse.simulator.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BytesTest {

    @Test
    void isNotChangedThroughTheArraysItCameFromAndWentTo() {
        byte[] source = {1, 2, 3};
        Bytes bytes = Bytes.of(source);
        source[0] = 9;
        bytes.toArray()[1] = 9;

        assertThat(bytes.toArray()).containsExactly(1, 2, 3);
    }

    @Test
    void equalsBytesOfTheSameContentOnly() {
        assertThat(Bytes.utf8("ab"))
                .isEqualTo(Bytes.of(new byte[] {'a', 'b'}))
                .hasSameHashCodeAs(Bytes.latin1("ab"))
                .isNotEqualTo(Bytes.utf8("ac"))
                .isNotEqualTo(Bytes.utf8("abc"))
                .isNotEqualTo("ab");
        assertThat(Bytes.of(new byte[0])).isSameAs(Bytes.EMPTY);
    }

    @Test
    void encodesAndDecodesWithTheCharsetThatIsNamedWhateverThePlatformsIs() {
        assertThat(Bytes.utf8("é").toArray()).containsExactly(0xc3, 0xa9);
        assertThat(Bytes.latin1("é").toArray()).containsExactly(0xe9);
        assertThat(Bytes.latin1("東").toArray()).containsExactly('?');
        assertThat(Bytes.utf8("é").asLatin1()).isEqualTo("Ã©");
        assertThat(Bytes.latin1("é").asUtf8()).isEqualTo("\uFFFD");
        assertThat(Bytes.utf8("a東").asUtf8()).isEqualTo("a東");
        assertThat(Bytes.utf8("ab").toBase64()).isEqualTo("YWI=");
    }

    @Test
    void slicesWhatIsThere() {
        Bytes bytes = Bytes.utf8("abcdef");

        assertThat(bytes.slice(1, 3)).isEqualTo(Bytes.utf8("bc"));
        assertThat(bytes.slice(6, 6)).isEqualTo(Bytes.EMPTY);
        assertThat(bytes.slice(0, 6)).isEqualTo(bytes);
    }

    @Test
    void refusesToSliceWhatIsNotThereRatherThanFillingItWithZeroBytes() {
        Bytes bytes = Bytes.utf8("abc");

        assertThatThrownBy(() -> bytes.slice(0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bytes.slice(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bytes.slice(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void flipsTheBitsOfOneByte() {
        assertThat(Bytes.utf8("000").flip(1, 1)).isEqualTo(Bytes.utf8("010"));
        assertThat(Bytes.of(new byte[] {0}).flip(0, 0x80).at(0)).isEqualTo((byte) 0x80);
    }

    @Test
    void findsWhereBytesBegin() {
        Bytes bytes = Bytes.utf8("abcabc");

        assertThat(bytes.indexOf(Bytes.utf8("bc"), 0)).isEqualTo(1);
        assertThat(bytes.indexOf(Bytes.utf8("bc"), 2)).isEqualTo(4);
        assertThat(bytes.indexOf(Bytes.utf8("bc"), 5)).isEqualTo(-1);
        assertThat(bytes.indexOf(Bytes.utf8("abcabcd"), 0)).isEqualTo(-1);
        assertThat(bytes.indexOf(Bytes.EMPTY, 0)).isEqualTo(-1);
    }

    @Test
    void replacesOneOrEveryOccurrence() {
        Bytes bytes = Bytes.utf8("aXbX");

        assertThat(bytes.replaceFirst(Bytes.utf8("X"), Bytes.utf8("--"))).isEqualTo(Bytes.utf8("a--bX"));
        assertThat(bytes.replaceAll(Bytes.utf8("X"), Bytes.utf8("--"))).isEqualTo(Bytes.utf8("a--b--"));
        assertThat(bytes.replaceAll(Bytes.utf8("X"), Bytes.EMPTY)).isEqualTo(Bytes.utf8("ab"));
        assertThat(bytes.replaceFirst(Bytes.utf8("Y"), Bytes.utf8("Z"))).isEqualTo(bytes);
        assertThat(bytes.replaceAll(Bytes.utf8("Y"), Bytes.utf8("Z"))).isEqualTo(bytes);
        assertThat(Bytes.utf8("aaa").replaceAll(Bytes.utf8("aa"), Bytes.utf8("b")))
                .isEqualTo(Bytes.utf8("ba"));
    }

    @Test
    void joinsAndWritesItself() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Bytes.utf8("ab").plus(Bytes.utf8("cd")).writeTo(out);

        assertThat(out.toByteArray()).containsExactly('a', 'b', 'c', 'd');
    }

    @Test
    void showsItsSizeAndNotItsContent() {
        assertThat(Bytes.utf8("secret")).hasToString("6 bytes");
    }
}
