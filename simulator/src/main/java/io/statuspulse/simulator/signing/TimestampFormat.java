package io.statuspulse.simulator.signing;

import io.statuspulse.simulator.bytes.Bytes;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How a moment is written into the timestamp header: StatusPulse's way, and the ways that receivers misread. */
public enum TimestampFormat {
    /** Decimal Unix seconds (contract REQ-TIME-1). */
    SECONDS,
    MILLISECONDS,
    RFC_3339,
    HTTP_DATE,
    FRACTION,
    EXPONENT,
    HEXADECIMAL,
    PLUS_SIGN,
    LEADING_ZEROS,
    /** The seconds behind a minus sign. */
    NEGATIVE,
    DIGIT_SEPARATORS,
    ARABIC_INDIC_DIGITS,
    TRAILING_TEXT,
    /** The seconds plus 2^32: the right moment in 32 bits. */
    INT32_OVERFLOW,
    /** The seconds plus 2^64: the right moment in 64 bits. */
    INT64_OVERFLOW,
    /** The seconds behind so many nines that the whole has 400 digits. */
    DIGITS_400;

    /** RFC 9110, 5.6.7. Its words are not asked of a locale, whose data take longer to load than a delivery takes. */
    private static final DateTimeFormatter HTTP = new DateTimeFormatterBuilder()
            .appendText(ChronoField.DAY_OF_WEEK, numbered("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
            .appendPattern(", dd ")
            .appendText(
                    ChronoField.MONTH_OF_YEAR,
                    numbered("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"))
            .appendPattern(" yyyy HH:mm:ss 'GMT'")
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static Map<Long, String> numbered(String... words) {
        Map<Long, String> numbered = new HashMap<>();
        for (String word : words) {
            numbered.put(numbered.size() + 1L, word);
        }
        return numbered;
    }

    /** Writes the moment; chars stand for bytes (ISO-8859-1). */
    public String format(Instant moment) {
        long seconds = moment.getEpochSecond();
        String digits = Long.toString(seconds);
        return switch (this) {
            case SECONDS -> digits;
            case MILLISECONDS -> Long.toString(moment.toEpochMilli());
            case RFC_3339 -> DateTimeFormatter.ISO_INSTANT.format(moment.truncatedTo(ChronoUnit.SECONDS));
            case HTTP_DATE -> HTTP.format(moment);
            case FRACTION -> digits + ".5";
            case EXPONENT -> digits.charAt(0) + "." + digits.substring(1) + "e" + (digits.length() - 1);
            case HEXADECIMAL -> "0x" + Long.toHexString(seconds);
            case PLUS_SIGN -> "+" + digits;
            case LEADING_ZEROS -> "000" + digits;
            case NEGATIVE -> "-" + digits;
            case DIGIT_SEPARATORS -> digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "_");
            case ARABIC_INDIC_DIGITS -> arabicIndic(digits);
            case TRAILING_TEXT -> digits + "abc";
            case INT32_OVERFLOW -> Long.toString(seconds + (1L << 32));
            case INT64_OVERFLOW ->
                BigInteger.TWO.pow(64).add(BigInteger.valueOf(seconds)).toString();
            case DIGITS_400 -> "9".repeat(400 - digits.length()) + digits;
        };
    }

    private static String arabicIndic(String digits) {
        StringBuilder text = new StringBuilder();
        digits.chars().forEach(digit -> text.append((char) (digit - '0' + '\u0660')));
        return Bytes.utf8(text.toString()).asLatin1();
    }

    /** The name in kebab-case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
