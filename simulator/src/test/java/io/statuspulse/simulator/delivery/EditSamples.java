package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.event.JsonLayout;
import io.statuspulse.simulator.signing.MacAlgorithm;
import io.statuspulse.simulator.signing.SignatureEncoding;
import io.statuspulse.simulator.signing.SignedContent;
import io.statuspulse.simulator.signing.SigningKey;
import io.statuspulse.simulator.signing.TimestampFormat;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Edits of every kind by how they are typed: each can be composed with {@link Composing}'s secrets. */
final class EditSamples {
    private static final String SIGNATURE_HERE = "X-StatusPulse-Signature";

    private EditSamples() {}

    static Map<String, Edit> all() {
        Map<String, Edit> samples = new LinkedHashMap<>();
        addBodyEdits(samples);
        addSigningEdits(samples);
        addSentEdits(samples);
        addWireEdits(samples);
        return samples;
    }

    /** Every record of the sealed family. */
    static Set<Class<?>> kinds() {
        Set<Class<?>> kinds = new HashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(Edit.class));
        while (!open.isEmpty()) {
            Class<?> type = open.pop();
            if (type.isRecord()) {
                kinds.add(type);
            } else {
                open.addAll(Arrays.asList(type.getPermittedSubclasses()));
            }
        }
        return kinds;
    }

    private static void addBodyEdits(Map<String, Edit> samples) {
        samples.put("set-field=region:\"a:b\"", new BodyEdit.SetField("region", "\"a:b\""));
        samples.put("append-field=region:1", new BodyEdit.AppendField("region", "1"));
        samples.put("remove-field=region", new BodyEdit.RemoveField("region"));
        samples.put("reverse-fields", new BodyEdit.ReverseFields());
        each(samples, "layout", JsonLayout.values(), BodyEdit.Layout::new);
        samples.put("event-time-shift=-1d", new BodyEdit.EventTimeShift(Duration.ofDays(-1)));
        samples.put("pad-to=4096", new BodyEdit.PadTo(4096));
        samples.put("whole-body={\"a\":1.5}", new BodyEdit.WholeBody("{\"a\":1.5}"));
        samples.put("whole-body=", new BodyEdit.WholeBody(""));
        samples.put("other-event-id", new BodyEdit.OtherEventId());
        samples.put("upper-case-field=region", new BodyEdit.UpperCaseField("region"));
        samples.put("other-event", new BodyEdit.OtherEvent());
        samples.put("prepend-bytes=efbbbf", new BodyEdit.PrependBytes("efbbbf"));
        samples.put("append-bytes=00", new BodyEdit.AppendBytes("00"));
        samples.put("replace-bytes=7b:7B20", new BodyEdit.ReplaceBytes("7b", "7B20"));
        samples.put("flip-bit", new BodyEdit.FlipBit());
        samples.put("cut-end=1", new BodyEdit.CutEnd(1));
        samples.put("nested-arrays=3", new BodyEdit.NestedArrays(3));
        samples.put("long-number=400", new BodyEdit.LongNumber(400));
        samples.put("many-fields=3", new BodyEdit.ManyFields(3));
        samples.put("colliding-fields=3", new BodyEdit.CollidingFields(3));
        for (BodyRewriting how :
                List.of(BodyRewriting.SPACED_JSON, BodyRewriting.SORTED_JSON, BodyRewriting.SLASHES_ESCAPED)) {
            samples.put("rewrite=" + how.name().toLowerCase(Locale.ROOT).replace('_', '-'), new BodyEdit.Rewrite(how));
        }
        samples.put("utf16", new BodyEdit.Utf16());
        samples.put("gzip", new BodyEdit.Gzip());
        samples.put("gzip-bomb=2", new BodyEdit.GzipBomb(2));
    }

    private static void addSigningEdits(Map<String, Edit> samples) {
        each(samples, "sign-with", SigningKey.Known.values(), SigningEdit.SignWith::new);
        each(samples, "sign-with", SigningKey.Derived.values(), SigningEdit.SignWith::new);
        samples.put("sign-with=changeme", new SigningEdit.SignWith(new SigningKey.Literal("changeme")));
        samples.put("sign-with=", new SigningEdit.SignWith(new SigningKey.Literal("")));
        samples.put("sign-content={body}", new SigningEdit.SignContent(new SignedContent("{body}")));
        each(samples, "mac-with", MacAlgorithm.values(), SigningEdit.MacWith::new);
        // The bytes of most MACs cannot stand in a header.
        SignatureEncoding[] text = Arrays.stream(SignatureEncoding.values())
                .filter(encoding -> encoding != SignatureEncoding.RAW)
                .toArray(SignatureEncoding[]::new);
        each(samples, "encode-as", text, SigningEdit.EncodeAs::new);
        samples.put("timestamp-shift=-1h", new SigningEdit.TimestampShift(Duration.ofHours(-1)));
        each(samples, "timestamp-as", TimestampFormat.values(), SigningEdit.TimestampAs::new);
        samples.put("timestamp-text=NaN", new SigningEdit.TimestampText("NaN"));
        samples.put("sign-timestamp-text=undefined", new SigningEdit.SignTimestampText("undefined"));
        samples.put("sign-timestamp-shifted=PT1H", new SigningEdit.SignTimestampShifted(Duration.ofHours(1)));
        samples.put("sign-body-timestamp", new SigningEdit.SignBodyTimestamp());
        samples.put("sign-body-time", new SigningEdit.SignBodyTime());
        samples.put("sign-body=append-bytes=0a", new SigningEdit.SignBody(new BodyEdit.AppendBytes("0a")));
    }

    private static void addSentEdits(Map<String, Edit> samples) {
        samples.put(
                "tamper-body=set-field=region:\"a:b\"",
                new SentEdit.TamperBody(new BodyEdit.SetField("region", "\"a:b\"")));
        samples.put("tamper-body=flip-bit", new SentEdit.TamperBody(new BodyEdit.FlipBit()));
        each(samples, "drop-header", SentEdit.HeaderRole.values(), SentEdit.DropHeader::new);
        samples.put("signature-text=null", new SentEdit.SignatureText("null"));
        each(samples, "alter-signature", SignatureAlteration.values(), SentEdit.AlterSignature::new);
        samples.put("prefix-signature=sha256=", new SentEdit.PrefixSignature("sha256="));
        samples.put(
                "signature-template=t={timestamp},v1={signature}",
                new SentEdit.SignatureTemplate("t={timestamp},v1={signature}"));
        samples.put(
                "copy-header=signature:X-Signature",
                new SentEdit.CopyHeader(SentEdit.HeaderRole.SIGNATURE, "X-Signature"));
        each(samples, "move-signature", SentEdit.SignaturePlace.values(), SentEdit.MoveSignature::new);
        each(samples, "second-signature", SentEdit.Order.values(), SentEdit.SecondSignature::new);
        samples.put(
                "second-timestamp=-1h:right-first",
                new SentEdit.SecondTimestamp(Duration.ofHours(-1), SentEdit.Order.RIGHT_FIRST));
        samples.put("decorate-timestamp=:.0", new SentEdit.DecorateTimestamp("", ".0"));
        samples.put("shift-boundary-into-body", new SentEdit.ShiftBoundaryIntoBody());
        samples.put("shift-boundary-into-timestamp=3", new SentEdit.ShiftBoundaryIntoTimestamp(3));
        samples.put("content-type=text/plain", new SentEdit.ContentType("text/plain"));
        samples.put("add-header=X-Url:http://a:1", new SentEdit.AddHeader("X-Url", "http://a:1"));
        samples.put("remove-header=content-type", new SentEdit.RemoveHeader("content-type"));
        samples.put("set-header=user-agent:a:b", new SentEdit.SetHeader("user-agent", "a:b"));
        samples.put("set-header=" + SIGNATURE_HERE + ":x", new SentEdit.SetHeader(SIGNATURE_HERE, "x"));
        each(samples, "header-names", SentEdit.LetterCase.values(), SentEdit.HeaderNames::new);
        samples.put("pad-header-values", new SentEdit.PadHeaderValues());
        samples.put("many-headers=3:10", new SentEdit.ManyHeaders(3, 10));
        samples.put("method=PUT", new SentEdit.Method("PUT"));
        samples.put("sibling-path=elsewhere", new SentEdit.SiblingPath("elsewhere"));
    }

    private static void addWireEdits(Map<String, Edit> samples) {
        samples.put("chunked=97", new WireEdit.Chunked(97));
        samples.put("split-writes=5:10ms", new WireEdit.SplitWrites(5, Duration.ofMillis(10)));
        samples.put("expect-continue=1s", new WireEdit.ExpectContinue(Duration.ofSeconds(1)));
        samples.put("close-before-answer", new WireEdit.CloseBeforeAnswer());
        samples.put("short-content-length=5", new WireEdit.ShortContentLength(5));
        each(samples, "half-body", WireEdit.Ending.values(), WireEdit.HalfBody::new);
        samples.put("length-beside-chunked", new WireEdit.LengthBesideChunked());
        samples.put(
                "second-content-length=5:wrong-first", new WireEdit.SecondContentLength(5, SentEdit.Order.WRONG_FIRST));
        samples.put("decorate-chunk-size=0x:;", new WireEdit.DecorateChunkSize("0x", ";"));
        samples.put("fold-signature", new WireEdit.FoldSignature());
        samples.put("space-before-colon", new WireEdit.SpaceBeforeColon());
        samples.put("pipelined", new WireEdit.Pipelined());
        samples.put("drip=body:24:500ms", new WireEdit.Drip(WireEdit.Part.BODY, 24, Duration.ofMillis(500)));
        samples.put("huge-body=16", new WireEdit.HugeBody(16));
    }

    private static <V extends Enum<?>> void each(
            Map<String, Edit> samples, String name, V[] values, Function<V, Edit> edit) {
        for (V value : values) {
            samples.put(name + "=" + value.name().toLowerCase(Locale.ROOT).replace('_', '-'), edit.apply(value));
        }
    }
}
