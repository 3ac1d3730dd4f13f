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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a delivery, and of answers to it, must not be shown: secrets, and all but eight digits of signatures. */
public final class Redaction {
    private static final int SHOWN = 8;

    /** As much as gives one away. */
    private static final int BEGINNING = SHOWN + 1;

    /** What a signature may go on with: it is redacted also where it is cut short, extended, or changed at its end. */
    private static final String MORE_DIGITS = "[0-9A-Za-z+/=_%-]*";

    private final Secrets secrets;
    private final List<String> confidential;
    private final String expectedSignature;
    private final BitSet firsts;
    private volatile @Nullable Pattern spellings;

    /**
     * Makes a redaction.
     *
     * @param confidential texts made with a configured secret
     * @param expectedSignature what a correct receiver computes for the delivery, in hex
     */
    Redaction(Secrets secrets, Collection<String> confidential, String expectedSignature) {
        this.secrets = secrets;
        this.expectedSignature = expectedSignature;
        Stream<String> given =
                confidential.stream().flatMap(text -> Stream.of(text, URLEncoder.encode(text, StandardCharsets.UTF_8)));
        this.confidential = Stream.concat(given, Stream.of(expectedSignature, base64(), base64Url()))
                .filter(text -> text.length() > SHOWN)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.firsts = firsts();
    }

    /** Returns {@code text} as it may be shown; chars may stand for bytes. */
    public String apply(String text) {
        return secrets.redact(mayHold(text) ? spellings().matcher(text).replaceAll(Redaction::beginning) : text);
    }

    /**
     * Whether one of the spellings may stand there. Most of what is shown holds none, which the pattern takes much
     * longer to say in a JVM that was just started.
     */
    private boolean mayHold(String text) {
        int last = text.length() - BEGINNING;
        for (int i = 0; i <= last; i++) {
            if (firsts.get(text.charAt(i)) && begins(text, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean begins(String text, int at) {
        for (String spelling : confidential) {
            if (text.regionMatches(true, at, spelling, 0, BEGINNING)) {
                return true;
            }
        }
        return false;
    }

    /** The first characters of all spellings, in both cases. */
    private BitSet firsts() {
        BitSet set = new BitSet(128);
        for (String spelling : confidential) {
            char first = spelling.charAt(0);
            set.set(first);
            set.set(Character.toLowerCase(first));
            set.set(Character.toUpperCase(first));
        }
        return set;
    }

    /** Made when something is found first: few deliveries of many hold any. */
    private Pattern spellings() {
        Pattern known = spellings;
        if (known == null) {
            // Whole ones first: the beginning of one spelling may be that of another, and leave the rest of it.
            Stream<String> beginnings = confidential.stream().map(signature -> signature.substring(0, BEGINNING));
            String alternatives = Stream.concat(confidential.stream(), beginnings)
                    .map(Pattern::quote)
                    .distinct()
                    .collect(Collectors.joining("|", "(?:", ")" + MORE_DIGITS));
            known = Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
            spellings = known;
        }
        return known;
    }

    private static String beginning(MatchResult signature) {
        return Matcher.quoteReplacement(signature.group().substring(0, SHOWN) + "...");
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
        return Pattern.compile(expectedSignature, Pattern.CASE_INSENSITIVE)
                        .matcher(text)
                        .find()
                || text.contains(base64())
                || text.contains(base64Url());
    }

    private String base64() {
        return Base64.getEncoder().withoutPadding().encodeToString(mac());
    }

    private String base64Url() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac());
    }

    private byte[] mac() {
        return HexFormat.of().parseHex(expectedSignature);
    }

    @Override
    public String toString() {
        return "Redaction[hidden]";
    }
}
