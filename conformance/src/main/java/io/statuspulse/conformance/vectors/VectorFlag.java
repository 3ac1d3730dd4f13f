package io.statuspulse.conformance.vectors;

import io.statuspulse.schemas.Problem;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import io.statuspulse.simulator.bytes.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a vector is about, explained once. */
public enum VectorFlag {
    GENUINE(
            BugType.BASIC,
            "A plain genuine delivery.",
            "Where one of these is rejected, the test is set up wrongly, and no rejection proves anything."),
    RAW_BODY(
            BugType.REJECTS_GENUINE,
            "A body spelt otherwise than most serializers would.",
            "A verifier that signs what it parsed and wrote again loses these deliveries."),
    CODE_POINTS(
            BugType.REJECTS_GENUINE,
            "A body with every code point of a block, or of a class that software treats specially.",
            "A verifier that decodes, normalizes or filters the body loses these deliveries."),
    NOT_JSON(
            BugType.REJECTS_GENUINE,
            "The body is no JSON, or JSON that has a key twice. A property of the body that other flags come with: a library that parses what it verified"
                    + " reports these as unreadable, after the signature held.",
            "Whether the signature holds depends on bytes only."),
    NOT_UTF_8(
            BugType.REJECTS_GENUINE,
            "The body is not UTF-8. A property of the body that other flags come with: a function that takes the body as a"
                    + " text cannot be given these.",
            "Whoever decodes the body before the MAC signs other bytes."),
    BLOCK_EDGE(
            BugType.REJECTS_GENUINE,
            "The signed content, or the secret, is about as long as a block of the hash.",
            "A home-made HMAC pads wrongly.",
            "RFC 2104, 2",
            "RFC 6234, 4.1"),
    LONG_BODY(BugType.REJECTS_GENUINE, "A long body.", "A limit loses the events with most to say."),
    HEADER_NAMES(
            BugType.REJECTS_GENUINE,
            "Header names in another spelling of upper and lower case, or in another order.",
            "Proxies and HTTP/2 write names in lower case: every delivery is lost the day that one is put in front.",
            "RFC 9110, 5.1",
            "RFC 9113, 8.2"),
    OTHER_HEADERS(
            BugType.REJECTS_GENUINE,
            "Headers beside the two that matter, some of them signatures of other schemes.",
            "A verifier that looks at them loses deliveries, or can be led astray."),
    WRONG_MAC(BugType.AUTHENTICATION_BYPASS, "64 hex digits that are not the MAC.", "Anyone can forge.", "CWE-347"),
    MODIFIED_MAC(
            BugType.AUTHENTICATION_BYPASS,
            "The right MAC with some of its bits or bytes changed. The positions include those that Wycheproof's HMAC files"
                    + " use.",
            "A comparison of a part, or word by word with the differences lost, lets forgeries through after few trials.",
            "CWE-347",
            "CWE-697",
            "https://github.com/C2SP/wycheproof"),
    TRUNCATED_MAC(
            BugType.AUTHENTICATION_BYPASS,
            "A part of the right signature.",
            "A comparison over the shorter of two lengths takes one digit, or none, for a signature.",
            "CVE-2024-21491"),
    EXTENDED_SIGNATURE(
            BugType.MALFORMED_INPUT,
            "The right signature with more before, after or inside it.",
            "Whoever compares a part, or cleans up first, has a second form of each signature that nobody tests."),
    MALFORMED_SIGNATURE(
            BugType.MALFORMED_INPUT,
            "A signature that is not 64 lower-case hex digits.",
            "A verifier that throws turns a bad request into a 500, which is retried; one that decodes leniently compares"
                    + " nothing with nothing.",
            "CWE-248"),
    OTHER_ENCODING(
            BugType.AUTHENTICATION_BYPASS,
            "The right MAC in another encoding, or behind a prefix.",
            "A second lock on the door that nobody tests."),
    OTHER_SCHEME(
            BugType.AUTHENTICATION_BYPASS,
            "Another algorithm, or a MAC of other content than timestamp, dot and body.",
            "What the signature does not cover can be changed; some of these need no secret.",
            "CWE-327",
            "CWE-353"),
    MISSING_HEADER(
            BugType.AUTHENTICATION_BYPASS,
            "A header is not there, or under another name.",
            "A check that is skipped where a header is missing is skipped by leaving it out.",
            "CWE-347"),
    REPEATED_HEADER(
            BugType.AUTHENTICATION_BYPASS,
            "A header is there twice, or as a list. A function that takes one value for each name cannot be given these.",
            "A gateway checks one and the receiver the other.",
            "RFC 9110, 5.3"),
    TAMPERED_BODY(
            BugType.AUTHENTICATION_BYPASS,
            "The body is not the one that was signed.",
            "An outage becomes an all-clear.",
            "CWE-345"),
    NORMALIZED_BODY(
            BugType.AUTHENTICATION_BYPASS,
            "What was signed is what a decoder, parser or filter would make of the body.",
            "A verifier that does not take the bytes as they came accepts bodies that the provider never sent.",
            "CWE-180"),
    TAMPERED_TIMESTAMP(
            BugType.REPLAY,
            "The timestamp is not the one that was signed.",
            "An old delivery is made fresh.",
            "CWE-294"),
    STALE(
            BugType.REPLAY,
            "Rightly signed, and older than the tolerance.",
            "Whoever recorded a delivery once can replay it whenever it suits.",
            "CWE-294"),
    PREMATURE(
            BugType.REPLAY,
            "Rightly signed, and further ahead than the tolerance.",
            "A delivery signed for the future can be replayed until then.",
            "CWE-294"),
    TOLERANCE(
            BugType.REJECTS_GENUINE,
            "Rightly signed, and inside the tolerance.",
            "Slow networks and clocks that differ are real: deliveries are lost on a bad day."),
    MALFORMED_TIMESTAMP(
            BugType.REPLAY,
            "A timestamp that is not decimal Unix seconds, signed so.",
            "What a lenient parser makes of it differs between languages; comparisons with NaN are false, so that the check of"
                    + " freshness is skipped.",
            "CWE-20"),
    CLOCK(
            BugType.REJECTS_GENUINE,
            "A clock beyond the bounds of a small integer, or with another number of digits.",
            "Numbers of 32 bits end in 2038; texts compare otherwise than numbers.",
            "CWE-190"),
    ROTATION(
            BugType.REJECTS_GENUINE,
            "Signed with the current or the previous secret while both are in force.",
            "Every rotation loses deliveries."),
    UNKNOWN_SECRET(
            BugType.AUTHENTICATION_BYPASS,
            "Signed with a secret that is not in force: retired, another endpoint's, or invented.",
            "A secret that leaked keeps opening the door.",
            "CWE-672"),
    GUESSABLE_SECRET(
            BugType.AUTHENTICATION_BYPASS,
            "Signed with a key that the whole world knows: none, a default, a word.",
            "Where configuration is missing, anyone can sign.",
            "CWE-1188"),
    DERIVED_KEY(
            BugType.AUTHENTICATION_BYPASS,
            "Signed with what careless code makes of the secret: decoded, cut, trimmed, in another case.",
            "What was tested is not what runs, and a cut key is easier to guess."),
    SECRET_TEXT(
            BugType.REJECTS_GENUINE,
            "A secret of unusual length or characters, taken whole as UTF-8.",
            "A customer's secret does not work, and nobody sees why."),
    VALID_EVENT(
            BugType.BASIC,
            "An event as the provider sends it.",
            "Where one of these is refused, the test is set up wrongly."),
    NEWER_EVENT(
            BugType.REJECTS_GENUINE,
            "An event with fields, types or statuses that are not known yet: valid where it is received, not where it is"
                    + " emitted.",
            "A receiver that refuses it breaks on the provider's next release."),
    BROKEN_EVENT(
            BugType.MALFORMED_INPUT,
            "JSON that is no event.",
            "It is processed as one, or ends in an exception and a 500.",
            "CWE-20"),
    UNREADABLE(
            BugType.MALFORMED_INPUT,
            "No JSON in UTF-8, or JSON that has a key twice.",
            "It ends in an exception and a 500.",
            "CWE-248",
            "RFC 8259, 4"),
    MAY_UPPER_CASE(
            BugType.POLICY,
            "The right digits, some of them in upper case.",
            "Decoding before comparing takes them, comparing texts does not. The provider sends lower case."),
    MAY_SURROUNDING_SPACE(
            BugType.POLICY,
            "White space around a value that is right without it.",
            "Servers take it off (RFC 9110, 5.5), so that hardly any verifier meets it; trimming once more does no harm."),
    MAY_REPEAT_HEADER(
            BugType.POLICY,
            "A header twice with one and the same right value.",
            "A verifier that takes either decides the same; one that wants exactly one header is simpler to reason about."),
    MAY_PLUS_SIGN(
            BugType.POLICY,
            "A plus sign before the timestamp, signed so.",
            "Parsers of integers differ. The provider sends none."),
    MAY_LEADING_ZEROS(
            BugType.POLICY,
            "Zeros before the timestamp, signed so.",
            "It is a decimal integer still, and read in another base it would be another. The provider sends none."),
    MAY_TOLERANCE_EDGE(
            BugType.POLICY,
            "A timestamp off by exactly the tolerance.",
            "The contract rejects what is more than the tolerance away and accepts what is inside it: of the edge itself it"
                    + " says nothing, and whole seconds blur it.");

    /** What kind of mistake is looked for. */
    enum BugType {
        BASIC,
        AUTHENTICATION_BYPASS,
        REPLAY,
        REJECTS_GENUINE,
        MALFORMED_INPUT,
        POLICY;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final BugType bugType;
    private final String description;
    private final String effect;
    /** One a line: an enum holds no lists. */
    private final String references;

    VectorFlag(BugType bugType, String description, String effect, String... references) {
        this.bugType = bugType;
        this.description = description;
        this.effect = effect;
        this.references = String.join("\n", references);
    }

    BugType bugType() {
        return bugType;
    }

    String description() {
        return description;
    }

    String effect() {
        return effect;
    }

    List<String> references() {
        return references.lines().toList();
    }

    /** Whether it names a decision that the contract leaves to the library. */
    public boolean isPolicy() {
        return bugType == BugType.POLICY;
    }

    /** The name in PascalCase, as the files have it. */
    public String label() {
        return Arrays.stream(name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** That flag, and those that the body itself asks for. */
    static List<VectorFlag> with(VectorFlag flag, Bytes body) {
        List<VectorFlag> flags = new ArrayList<>(List.of(flag));
        if (!isUtf8(body)) {
            flags.add(NOT_UTF_8);
        }
        if (!isJson(body)) {
            flags.add(NOT_JSON);
        }
        return flags;
    }

    private static boolean isUtf8(Bytes body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.toArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isJson(Bytes body) {
        return Schemas.validate(SchemaName.EVENT_RECEIVED, body.toArray()).stream()
                .map(Problem::rule)
                .noneMatch("json"::equals);
    }
}
