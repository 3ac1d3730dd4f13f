package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.signing.MacAlgorithm;
import io.statuspulse.simulator.signing.SignatureEncoding;
import io.statuspulse.simulator.signing.SignedContent;
import io.statuspulse.simulator.signing.SigningKey;
import io.statuspulse.simulator.signing.TimestampFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An edit of what is signed, and with what; everything around it stays valid. */
public sealed interface SigningEdit extends Edit {

    @Override
    default Moment moment() {
        return Moment.SIGNING;
    }

    /** Signs with another key. */
    record SignWith(SigningKey key) implements SigningEdit {}

    /** Signs other content. */
    record SignContent(SignedContent content) implements SigningEdit {}

    /** Signs with another algorithm. */
    record MacWith(MacAlgorithm algorithm) implements SigningEdit {}

    /** Writes the signature in another encoding. */
    record EncodeAs(SignatureEncoding encoding) implements SigningEdit {}

    /** Moves the timestamp, signed so; negative is the past. */
    record TimestampShift(Duration shift) implements SigningEdit {}

    /** Writes the timestamp, shifted or not, in another format, signed so. */
    record TimestampAs(TimestampFormat format) implements SigningEdit {}

    /** Sends and signs that text as the timestamp. */
    record TimestampText(String text) implements SigningEdit {}

    /** Signs that text as the timestamp, and sends the right one. */
    record SignTimestampText(String text) implements SigningEdit {}

    /** Signs a timestamp moved by that much, and sends the right one. */
    record SignTimestampShifted(Duration shift) implements SigningEdit {}

    /** Signs the body's own timestamp instead of the header's. */
    record SignBodyTimestamp() implements SigningEdit {}

    /** Signs the body's own timestamp, written as the header's is, instead of the header's. */
    record SignBodyTime() implements SigningEdit {}

    /** Signs the body as that edit changes it, and sends it as it is. */
    record SignBody(BodyEdit edit) implements SigningEdit {}

    /** Applies the edit. */
    static void apply(SigningEdit edit, Draft draft) {
        if (edit instanceof SignWith with) {
            draft.key = with.key;
        } else if (edit instanceof SignContent content) {
            draft.scheme = draft.scheme.withContent(content.content);
        } else if (edit instanceof MacWith mac) {
            draft.scheme = draft.scheme.withAlgorithm(mac.algorithm);
        } else if (edit instanceof EncodeAs encode) {
            draft.scheme = draft.scheme.withEncoding(encode.encoding);
        } else if (edit instanceof TimestampShift shift) {
            draft.attemptedAt = draft.now.plus(shift.shift);
            draft.setTimestamp(draft.scheme.timestamp(draft.attemptedAt));
        } else if (edit instanceof TimestampAs as) {
            draft.scheme = draft.scheme.withTimestampFormat(as.format);
            draft.setTimestamp(draft.scheme.timestamp(draft.attemptedAt));
        } else if (edit instanceof TimestampText text) {
            draft.setTimestamp(text.text);
        } else if (edit instanceof SignTimestampText text) {
            draft.signedTimestamp = text.text;
        } else if (edit instanceof SignTimestampShifted shifted) {
            draft.signedTimestamp = draft.scheme.timestamp(draft.now.plus(shifted.shift));
        } else if (edit instanceof SignBodyTimestamp) {
            draft.signedTimestamp = draft.body.text("timestamp");
        } else if (edit instanceof SignBody body) {
            draft.signedBody = Optional.of(body.edit);
        } else if (edit instanceof SignBodyTime) {
            signBodyTime(draft);
        } else {
            throw new IllegalStateException("no such signing edit: " + edit);
        }
    }

    private static void signBodyTime(Draft draft) {
        String own = draft.scheme.timestamp(Instant.parse(draft.body.text("timestamp")));
        if (own.equals(draft.timestamp)) {
            // An event may be reported in its own second: what would be sent then is a valid delivery.
            throw new NotComposableException("the body's timestamp is that of the attempt; shift one of them first");
        }
        draft.signedTimestamp = own;
    }
}
