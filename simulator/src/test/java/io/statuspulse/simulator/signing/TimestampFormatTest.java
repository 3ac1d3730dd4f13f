package io.statuspulse.simulator.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.bytes.Bytes;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimestampFormatTest {
    private static final Instant MOMENT = Instant.parse("2026-03-01T04:05:06.789Z");
    private static final Map<TimestampFormat, String> WRITTEN = written();

    private static Map<TimestampFormat, String> written() {
        Map<TimestampFormat, String> written = new EnumMap<>(TimestampFormat.class);
        written.put(TimestampFormat.SECONDS, "1772337906");
        written.put(TimestampFormat.MILLISECONDS, "1772337906789");
        written.put(TimestampFormat.RFC_3339, "2026-03-01T04:05:06Z");
        written.put(TimestampFormat.HTTP_DATE, "Sun, 01 Mar 2026 04:05:06 GMT");
        written.put(TimestampFormat.FRACTION, "1772337906.5");
        written.put(TimestampFormat.EXPONENT, "1.772337906e9");
        written.put(TimestampFormat.HEXADECIMAL, "0x69a3baf2");
        written.put(TimestampFormat.PLUS_SIGN, "+1772337906");
        written.put(TimestampFormat.NEGATIVE, "-1772337906");
        written.put(TimestampFormat.LEADING_ZEROS, "0001772337906");
        written.put(TimestampFormat.DIGIT_SEPARATORS, "1_772_337_906");
        written.put(
                TimestampFormat.ARABIC_INDIC_DIGITS, Bytes.utf8("١٧٧٢٣٣٧٩٠٦").asLatin1());
        written.put(TimestampFormat.TRAILING_TEXT, "1772337906abc");
        written.put(TimestampFormat.INT32_OVERFLOW, "6067305202");
        written.put(TimestampFormat.INT64_OVERFLOW, "18446744075481889522");
        written.put(TimestampFormat.DIGITS_400, "9".repeat(390) + "1772337906");
        return written;
    }

    @ParameterizedTest
    @EnumSource
    void writesTheMoment(TimestampFormat format) {
        assertThat(format.format(MOMENT)).isEqualTo(WRITTEN.get(format));
    }

    @Test
    void writesEveryFormatDifferently() {
        assertThat(Arrays.stream(TimestampFormat.values()).map(format -> format.format(MOMENT)))
                .doesNotHaveDuplicates();
    }

    @Test
    void writesHttpDatesAsTheLocaleDataOfEnglishHaveThem() {
        DateTimeFormatter english = DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
                .withZone(ZoneOffset.UTC);

        assertThat(Stream.iterate(MOMENT, moment -> moment.plus(1, ChronoUnit.DAYS))
                        .limit(366))
                .allSatisfy(moment ->
                        assertThat(TimestampFormat.HTTP_DATE.format(moment)).isEqualTo(english.format(moment)));
    }

    @Test
    void overflowsToTheRightMoment() {
        assertThat((int) Long.parseLong(WRITTEN.get(TimestampFormat.INT32_OVERFLOW)))
                .isEqualTo(1772337906);
        assertThat(new BigInteger(WRITTEN.get(TimestampFormat.INT64_OVERFLOW)).longValue())
                .isEqualTo(1772337906L);
    }

    @Test
    void isNamedInKebabCase() {
        assertThat(TimestampFormat.RFC_3339.label()).isEqualTo("rfc-3339");
        assertThat(TimestampFormat.ARABIC_INDIC_DIGITS.label()).isEqualTo("arabic-indic-digits");
    }
}
