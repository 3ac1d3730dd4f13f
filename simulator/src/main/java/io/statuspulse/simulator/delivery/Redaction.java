package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.Secrets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a delivery, and of answers to it, must not be shown: secrets, and all but eight digits of signatures. */
public final class Redaction {
    private static final int SHOWN = 8;

    /** As much as gives one away. */
    private static final int BEGINNING = SHOWN + 1;

    /** The shortest spelling of a whole one: 32 bytes in base64, not padded. */
    private static final int LEAST_MAC = 43;

    /** Digits of base64 and of URL encoding that are neither letters nor numbers. */
    private static final String OTHER_DIGITS = "+/=_%-";

    private final Secrets secrets;
    private final List<String> given;
    private final Supplier<String> computed;
    private volatile @Nullable Spellings spellings;

    /**
     * What is looked for.
     *
     * @param expectedSignature what a correct receiver computes for the delivery, in hex
     * @param base64 the same in base64 and base64url, not padded
     * @param texts these and others, the longest first
     * @param firsts their first characters, in both cases
     * @param seconds their second ones
     */
    private record Spellings(
            String expectedSignature, List<String> base64, List<String> texts, BitSet firsts, BitSet seconds) {}

    /**
     * Makes a redaction.
     *
     * @param confidential texts made with a configured secret
     * @param expectedSignature what a correct receiver computes for the delivery, in hex; asked for it when something is
     *     to be shown, as little is of most deliveries
     */
    Redaction(Secrets secrets, Collection<String> confidential, Supplier<String> expectedSignature) {
        this.secrets = secrets;
        this.given = List.copyOf(confidential);
        this.computed = expectedSignature;
    }

    private Spellings spellings() {
        Spellings known = spellings;
        if (known == null) {
            String expected = computed.get();
            byte[] mac = HexFormat.of().parseHex(expected);
            List<String> base64 = Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                    .map(encoder -> encoder.withoutPadding().encodeToString(mac))
                    .toList();
            List<String> longestFirst = Stream.of(
                            given.stream(),
                            given.stream().map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)),
                            Stream.of(expected),
                            base64.stream())
                    .flatMap(texts -> texts)
                    .filter(text -> text.length() > SHOWN)
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
            known = new Spellings(
                    expected, base64, longestFirst, charactersAt(0, longestFirst), charactersAt(1, longestFirst));
            spellings = known;
        }
        return known;
    }

    /** Returns {@code text} as it may be shown; chars may stand for bytes. */
    public String apply(String text) {
        return secrets.redact(withoutSpellings(text));
    }

    /**
     * Looks for them all at once and without a pattern, which would take most of the time of a short run's report. What goes
     * through all of a text stands alone: the less there is in it, the sooner it is compiled.
     */
    private String withoutSpellings(String text) {
        if (text.length() < BEGINNING) {
            return text;
        }
        Spellings sought = spellings();
        int at = next(sought, text, 0);
        return at < 0 ? text : withoutSpellings(sought, text, at);
    }

    private static String withoutSpellings(Spellings sought, String text, int first) {
        StringBuilder shown = new StringBuilder();
        int copied = 0;
        for (int at = first; at >= 0; at = next(sought, text, copied)) {
            shown.append(text, copied, at + SHOWN).append("...");
            copied = endOfDigits(text, at + lengthOfSpelling(sought.texts, text, at));
        }
        return shown.append(text, copied, text.length()).toString();
    }

    /** Where the next spelling stands; -1 where none does. */
    private static int next(Spellings sought, String text, int from) {
        int last = text.length() - BEGINNING;
        for (int i = from; i <= last; i++) {
            if (sought.firsts.get(text.charAt(i))
                    && sought.seconds.get(text.charAt(i + 1))
                    && lengthOfSpelling(sought.texts, text, i) > 0) {
                return i;
            }
        }
        return -1;
    }

    /** How long a spelling, or its beginning, is that stands there; 0 where none does. */
    private static int lengthOfSpelling(List<String> spellings, String text, int at) {
        int length = 0;
        for (String spelling : spellings) {
            if (text.regionMatches(true, at, spelling, 0, BEGINNING)) {
                if (text.regionMatches(true, at, spelling, 0, spelling.length())) {
                    return spelling.length(); // The longest comes first.
                }
                length = BEGINNING;
            }
        }
        return length;
    }

    /** A signature is redacted also where it is cut short, extended, or changed at its end. */
    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || OTHER_DIGITS.indexOf(c) >= 0;
    }

    /** The characters at that place of all spellings, in both cases. */
    private static BitSet charactersAt(int place, List<String> spellings) {
        BitSet set = new BitSet(128);
        for (String spelling : spellings) {
            char there = spelling.charAt(place);
            set.set(Character.toLowerCase(there));
            set.set(Character.toUpperCase(there));
        }
        return set;
    }

    /** Returns {@code content} as it may be shown. */
    public Bytes apply(Bytes content) {
        return Bytes.latin1(apply(content.asLatin1()));
    }

    /** Returns whether one of the configured secrets stands in {@code content}. */
    public boolean revealsSecret(Bytes content) {
        return secrets.all().anyMatch(secret -> secret.isIn(content));
    }

    /** Returns whether the signature that the receiver should have computed stands in {@code content}, in hex or base64. */
    public boolean revealsExpectedSignature(Bytes content) {
        String text = content.asLatin1();
        if (!mayHoldMac(text)) {
            return false;
        }
        Spellings sought = spellings();
        return Pattern.compile(sought.expectedSignature, Pattern.CASE_INSENSITIVE)
                        .matcher(text)
                        .find()
                || sought.base64.stream().anyMatch(text::contains);
    }

    /** Whether enough digits stand in a row; they do in few answers. */
    private static boolean mayHoldMac(String text) {
        int row = 0;
        for (int i = 0; i < text.length() && row < LEAST_MAC; i++) {
            row = isDigit(text.charAt(i)) ? row + 1 : 0;
        }
        return row >= LEAST_MAC;
    }

    @Override
    public String toString() {
        return "Redaction[hidden]";
    }
}
