package io.statuspulse.conformance.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.vectors.VectorFile.Entry;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignatureVectorsTest {
    private static final String NAME = "signature-vectors.json";
    private static final int LEAST = 1_500;
    private static final int MOST_BYTES = 2_000_000;
    private static final byte[] BYTES =
            VectorFile.bytes(NAME, () -> SignatureVectorsJson.of(SignatureVectors.groups()));
    private static final JsonNode FILE = JsonMapper.shared().readTree(BYTES);
    private static final List<Entry> ENTRIES = VectorFile.entries(FILE);
    private static final String SIGNATURE = "X-StatusPulse-Signature";
    private static final String TIMESTAMP = "X-StatusPulse-Timestamp";

    /** The signed text is another where the timestamp is another: what is wrong with these cannot be one thing only. */
    private static final Set<String> WRONG_IN_TWO_WAYS = Set.of(
            "tampering/timestamp-decorated.decorate-timestamp-abc",
            "tampering/timestamp-decorated.decorate-timestamp-9",
            "tampering/timestamp-decorated.decorate-timestamp-plus",
            "tampering/boundary-shifted-back.delivery",
            "timestamp/word-signed-as-nan.delivery");

    /** Areas of which every scenario is a vector, but for those of {@link #WITHOUT_VECTOR}. */
    private static final Set<String> AREAS =
            Set.of("raw-body", "signature", "tampering", "timestamp", "rotation", "secret");

    private static final Set<String> WITHOUT_VECTOR = Set.of(
            // A verifier sees neither the URL nor trailers, and answers nothing.
            "signature/in-query",
            "signature/in-trailer",
            "signature/not-revealed",
            "signature/uniform-rejection",
            // It remembers nothing: one request after the other is nothing new. The group overlap has both secrets.
            "rotation/interleaved",
            "rotation/retry-across",
            "rotation/previous-after-overlap",
            "rotation/live");

    /** What the kit's own verifier does where either is right. */
    private static final Set<String> ACCEPTED_BY_THE_KIT = Set.of("MayToleranceEdge", "MayLeadingZeros");

    @Test
    void fileIsWhatTheListSays() {
        VectorFile.golden(NAME)
                .assertHolds(SignatureVectorsJson.of(SignatureVectors.groups())
                        .lines()
                        .toList());
    }

    @Test
    void fileIsValidBoundedAndSaysHowManyItHolds() {
        assertThat(Schemas.validate(SchemaName.SIGNATURE_VECTORS, BYTES)).isEmpty();
        assertThat(BYTES).hasSizeLessThan(MOST_BYTES);
        assertThat(ENTRIES)
                .hasSizeGreaterThan(LEAST)
                .hasSize(FILE.path("numberOfVectors").asInt());
    }

    @Test
    void idsAreUniqueAndKept() {
        List<String> ids = ENTRIES.stream().map(Entry::id).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(FILE.path("groups").findValuesAsString("id").stream().filter(id -> !id.contains("/")))
                .doesNotHaveDuplicates();
        PermanentIds.assertKept("signature-vector-ids.txt", ids);
    }

    @Test
    void flagsAreDefinedAndUsed() {
        Set<String> used = ENTRIES.stream().flatMap(e -> e.flags().stream()).collect(Collectors.toSet());

        assertThat(FILE.path("flags").propertyNames()).containsExactlyInAnyOrderElementsOf(used);
        assertThat(Arrays.stream(VectorFlag.values())
                        .filter(VectorFlag::isPolicy)
                        .map(VectorFlag::label))
                .isNotEmpty()
                .allMatch(label -> label.startsWith("May"))
                .allMatch(used::contains);
    }

    @Test
    void policiesAreOnWhatIsAcceptableAndNowhereElse() {
        assertThat(ENTRIES).allSatisfy(entry -> {
            boolean acceptable = entry.result().equals("acceptable");
            assertThat(entry.flags().stream().filter(flag -> flag.startsWith("May")))
                    .as(entry.id())
                    .hasSize(acceptable ? 1 : 0);
            assertThat(entry.vector().path("level").asString().equals("MAY"))
                    .as(entry.id())
                    .isEqualTo(acceptable);
        });
    }

    @Test
    void noContentIsThereTwice() {
        Map<Object, String> seen = new HashMap<>();

        assertThat(ENTRIES)
                .allSatisfy(entry -> assertThat(seen.put(
                                List.of(
                                        entry.secrets(),
                                        entry.group().path("toleranceSeconds"),
                                        entry.group().path("now"),
                                        entry.vector().path("headers"),
                                        entry.body()),
                                entry.id()))
                        .as("another vector with the content of %s", entry.id())
                        .isNull());
    }

    @Test
    void kitsVerifierAgreesWithEachResultForItsReasonAlone() {
        assertThat(ENTRIES).allSatisfy(entry -> {
            List<String> problems = problems(entry);
            switch (entry.result()) {
                case "valid" -> assertThat(problems).as(entry.id()).isEmpty();
                case "invalid" -> {
                    assertThat(problems.get(0)).as(entry.id()).contains(words(entry.reason()));
                    assertThat(problems).as(entry.id()).hasSize(WRONG_IN_TWO_WAYS.contains(entry.id()) ? 2 : 1);
                }
                default ->
                    assertThat(problems.isEmpty())
                            .as(entry.id())
                            .isEqualTo(
                                    ACCEPTED_BY_THE_KIT.contains(entry.flags().get(0)));
            }
        });
    }

    @Test
    void everyScenarioAboutVerificationIsAmongThem() {
        Set<String> covered = ENTRIES.stream()
                .map(entry -> entry.vector().path("scenario").asString(""))
                .collect(Collectors.toSet());

        assertThat(Suite.scenarios().stream()
                        .filter(scenario -> AREAS.contains(scenario.area()))
                        .map(Scenario::id)
                        .filter(id -> !covered.contains(id)))
                .containsExactlyInAnyOrderElementsOf(WITHOUT_VECTOR);
    }

    @Test
    void listIsTheSameEachTime() {
        assertThat(SignatureVectors.groups()).isEqualTo(SignatureVectors.groups());
    }

    @Test
    void everyBitOfTheMacIsFlippedAndEveryLengthTried() {
        assertThat(family("signature/bit-flipped")).hasSize(256);
        assertThat(family("signature/truncated")).hasSize(64 + 63);
        assertThat(family("body/code-points")).hasSize(256 - 8 + 2 * 16);
    }

    private static Stream<Entry> family(String id) {
        return ENTRIES.stream().filter(entry -> entry.id().startsWith(id + "."));
    }

    private static List<String> problems(Entry entry) {
        List<String> secrets = entry.secrets();
        return new SignatureVerifier(
                        new Secrets(
                                Secret.of(secrets.get(0)),
                                secrets.stream().skip(1).findFirst().map(Secret::of),
                                List.of()),
                        Duration.ofSeconds(
                                entry.group().path("toleranceSeconds").asLong()))
                .problems(
                        entry.values(TIMESTAMP),
                        entry.values(SIGNATURE),
                        entry.body(),
                        Instant.ofEpochSecond(entry.group().path("now").asLong()));
    }

    private static String words(String reason) {
        return switch (reason) {
            case "timestamp-missing" -> TIMESTAMP + " is missing";
            case "timestamp-repeated" -> TIMESTAMP + " came ";
            case "timestamp-malformed" -> "it is not decimal Unix seconds";
            case "timestamp-too-old" -> " s old, the tolerance is";
            case "timestamp-too-new" -> " s ahead, the tolerance is";
            case "signature-missing" -> SIGNATURE + " is missing";
            case "signature-repeated" -> SIGNATURE + " came ";
            case "signature-malformed" -> "it is not 64 lower-case hex digits";
            case "signature-mismatch" -> "it was made with another secret, another timestamp or other bytes";
            default -> throw new AssertionError("no reason is named " + reason);
        };
    }
}
