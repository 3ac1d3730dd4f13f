package io.statuspulse.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.delivery.BodyEdit.FlipBit;
import io.statuspulse.simulator.delivery.BodyEdit.OtherEvent;
import io.statuspulse.simulator.delivery.BodyEdit.OtherEventId;
import io.statuspulse.simulator.delivery.BodyEdit.ReverseFields;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.BodyEdit.UpperCaseField;
import io.statuspulse.simulator.delivery.SentEdit.HeaderRole;
import io.statuspulse.simulator.delivery.SentEdit.SignaturePlace;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each edit changes of a delivery, and that it changes nothing else. */
class EditDifferenceTest {
    private static final String SIGNATURE = "x-statuspulse-signature";
    private static final String TIMESTAMP = "x-statuspulse-timestamp";
    private static final String LENGTH = "content-length";

    /** Edits whose difference is not that of their family. */
    private static final Map<Edit, Set<String>> SPECIAL = Map.ofEntries(
            Map.entry(new SetField("region", "\"a:b\""), Set.of("body", SIGNATURE, LENGTH)),
            Map.entry(new ReverseFields(), Set.of("body", SIGNATURE)),
            Map.entry(new OtherEventId(), Set.of("body", SIGNATURE, "event-id")),
            Map.entry(new OtherEvent(), Set.of("body", SIGNATURE, LENGTH, "event-id")),
            Map.entry(new UpperCaseField("region"), Set.of("body", SIGNATURE)),
            Map.entry(new FlipBit(), Set.of("body", SIGNATURE)),
            Map.entry(new BodyEdit.EventTimeShift(Duration.ofDays(-1)), Set.of("body", SIGNATURE)),
            Map.entry(new BodyEdit.WholeBody("{\"a\":1.5}"), Set.of("body", SIGNATURE, LENGTH, "event-id")),
            Map.entry(new BodyEdit.WholeBody(""), Set.of("body", SIGNATURE, LENGTH, "event-id")),
            Map.entry(new SentEdit.TamperBody(new FlipBit()), Set.of("body")),
            Map.entry(new SentEdit.DropHeader(HeaderRole.TIMESTAMP), Set.of(TIMESTAMP)),
            Map.entry(new SentEdit.DropHeader(HeaderRole.CONTENT_TYPE), Set.of("content-type")),
            Map.entry(new SentEdit.MoveSignature(SignaturePlace.QUERY), Set.of(SIGNATURE, "request-line")),
            Map.entry(new SentEdit.MoveSignature(SignaturePlace.BODY), Set.of(SIGNATURE, "body", LENGTH)),
            Map.entry(
                    new SentEdit.MoveSignature(SignaturePlace.TRAILER),
                    Set.of(SIGNATURE, "trailer", "transfer-encoding", LENGTH)),
            Map.entry(new SentEdit.MoveSignature(SignaturePlace.X_SIGNATURE), Set.of(SIGNATURE, "x-signature")),
            Map.entry(
                    new SentEdit.MoveSignature(SignaturePlace.X_HUB_SIGNATURE_256),
                    Set.of(SIGNATURE, "x-hub-signature-256")),
            Map.entry(new SentEdit.DropHeader(HeaderRole.HOST), Set.of("host")),
            Map.entry(new SentEdit.CopyHeader(HeaderRole.SIGNATURE, "X-Signature"), Set.of("x-signature")),
            Map.entry(new BodyEdit.Rewrite(BodyRewriting.SORTED_JSON), Set.of("body", SIGNATURE)),
            Map.entry(new SentEdit.ManyHeaders(3, 10), Set.of("x-kit-1", "x-kit-2", "x-kit-3")),
            Map.entry(new SentEdit.Method("PUT"), Set.of("request-line")),
            Map.entry(new SentEdit.SiblingPath("elsewhere"), Set.of("request-line")),
            Map.entry(new WireEdit.ShortContentLength(5), Set.of(LENGTH)),
            Map.entry(new WireEdit.SecondContentLength(5, SentEdit.Order.WRONG_FIRST), Set.of(LENGTH)),
            Map.entry(new WireEdit.HugeBody(16), Set.of(LENGTH)),
            Map.entry(new WireEdit.LengthBesideChunked(), Set.of("transfer-encoding")),
            Map.entry(new WireEdit.DecorateChunkSize("0x", ";"), Set.of("transfer-encoding", LENGTH)),
            Map.entry(new SentEdit.ContentType("text/plain"), Set.of("content-type")),
            Map.entry(new SentEdit.AddHeader("X-Url", "http://a:1"), Set.of("x-url")),
            Map.entry(new SentEdit.RemoveHeader("content-type"), Set.of("content-type")),
            Map.entry(new SentEdit.SetHeader("user-agent", "a:b"), Set.of("user-agent")),
            Map.entry(new SentEdit.ShiftBoundaryIntoBody(), Set.of(TIMESTAMP, "body", LENGTH, "event-id")),
            Map.entry(new SentEdit.PadHeaderValues(), Set.of(SIGNATURE, TIMESTAMP)));

    static Stream<Arguments> edits() {
        return EditSamples.all().entrySet().stream()
                .filter(sample -> !LEAVES_THE_DELIVERY.contains(sample.getKey()))
                .map(sample -> Arguments.of(sample.getKey(), sample.getValue()));
    }

    /** Edits that say what is so already. */
    private static final Set<String> LEAVES_THE_DELIVERY = Set.of(
            "layout=compact", "sign-with=current", "mac-with=hmac-sha256", "encode-as=hex", "timestamp-as=seconds");

    @ParameterizedTest
    @MethodSource("edits")
    void changesWhatItNamesAndNothingElse(String text, Edit edit) {
        Set<String> expected = SPECIAL.getOrDefault(edit, expectedOfFamily(edit));

        assertThat(Difference.between(Composing.control(), Composing.but(edit))).isEqualTo(new TreeSet<>(expected));
    }

    @Test
    void changesNothingWhereItSaysWhatIsSoAlready() {
        assertThat(LEAVES_THE_DELIVERY).allSatisfy(text -> {
            Edit edit = EditSamples.all().get(text);
            assertThat(Composing.wire(Composing.but(edit))).isEqualTo(Composing.wire(Composing.control()));
        });
    }

    @Test
    void spellsEveryHeaderNameInOneCase() {
        for (SentEdit.LetterCase letters : SentEdit.LetterCase.values()) {
            Delivery delivery = Composing.but(
                    new SentEdit.HeaderNames(letters),
                    new SentEdit.MoveSignature(SignaturePlace.TRAILER),
                    new WireEdit.ExpectContinue(Duration.ofSeconds(1)));
            String pattern = letters == SentEdit.LetterCase.LOWER ? "[a-z0-9-]+" : "[A-Z0-9-]+";
            assertThat(delivery.headers())
                    .extracting(HeaderLine::name)
                    .allMatch(name -> name.matches(pattern))
                    .hasSizeGreaterThan(6);
            assertThat(Composing.wire(delivery).asLatin1().split("\r\n0\r\n", 2)[1])
                    .matches(pattern + ": [0-9a-f]{64}\r\n\r\n");
        }
    }

    private static Set<String> expectedOfFamily(Edit edit) {
        if (edit instanceof BodyEdit) {
            return Set.of("body", SIGNATURE, LENGTH);
        } else if (edit instanceof SigningEdit.TimestampShift
                || edit instanceof SigningEdit.TimestampAs
                || edit instanceof SigningEdit.TimestampText) {
            return Set.of(TIMESTAMP, SIGNATURE);
        } else if (edit instanceof SigningEdit) {
            return Set.of(SIGNATURE);
        } else if (edit instanceof SentEdit.TamperBody) {
            return Set.of("body", LENGTH);
        } else if (edit instanceof SentEdit.SecondTimestamp || edit instanceof SentEdit.DecorateTimestamp) {
            return Set.of(TIMESTAMP);
        } else if (edit instanceof SentEdit.ShiftBoundaryIntoTimestamp) {
            return Set.of(TIMESTAMP, "body", LENGTH);
        } else if (edit instanceof SentEdit.HeaderNames) {
            return Set.of("header-names");
        } else if (edit instanceof SentEdit) {
            return Set.of(SIGNATURE);
        } else if (edit instanceof WireEdit.Chunked) {
            return Set.of("transfer-encoding", LENGTH);
        } else if (edit instanceof WireEdit.ExpectContinue) {
            return Set.of("expect");
        }
        return Set.of();
    }
}
