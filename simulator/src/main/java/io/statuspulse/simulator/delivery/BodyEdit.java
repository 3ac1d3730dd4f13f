package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.event.JsonLayout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/** An edit of the body. It acts before signing; {@link SentEdit.TamperBody} makes it act afterwards. */
public sealed interface BodyEdit extends Edit {

    @Override
    default Moment moment() {
        return Moment.BODY;
    }

    /** Sets a field to that JSON text, spelt exactly so; a new field comes last. */
    record SetField(String name, String json) implements BodyEdit {}

    /** Adds a field at the end even where the name is there already. */
    record AppendField(String name, String json) implements BodyEdit {}

    /** Removes a field that is there. */
    record RemoveField(String name) implements BodyEdit {}

    /** Puts the fields into the opposite order. */
    record ReverseFields() implements BodyEdit {}

    /** Sets the white space between the tokens. */
    record Layout(JsonLayout layout) implements BodyEdit {}

    /** Moves the event's own timestamp; negative is the past. */
    record EventTimeShift(Duration shift) implements BodyEdit {}

    /** Adds a field of such length that the body has that many bytes. */
    record PadTo(int bytes) implements BodyEdit {
        public PadTo {
            Bounds.atLeast(0, bytes, "bytes to pad to");
            Bounds.atMost(Bounds.MOST_BYTES, bytes, "bytes to pad to");
        }
    }

    /** Replaces the whole body by that text in UTF-8. */
    record WholeBody(String text) implements BodyEdit {}

    /** Gives the event another event's id, and leaves the rest. */
    record OtherEventId() implements BodyEdit {}

    /** Puts a text field into upper case. */
    record UpperCaseField(String name) implements BodyEdit {}

    /** Replaces the whole body by another event of the same type. */
    record OtherEvent() implements BodyEdit {}

    /** Puts bytes, in hex, before the body. */
    record PrependBytes(String hex) implements BodyEdit {
        public PrependBytes {
            Bounds.hex(hex, "bytes to prepend");
        }
    }

    /** Puts bytes, in hex, after the body. */
    record AppendBytes(String hex) implements BodyEdit {
        public AppendBytes {
            Bounds.hex(hex, "bytes to append");
        }
    }

    /** Replaces every occurrence of some bytes by others, both in hex. */
    record ReplaceBytes(String fromHex, String toHex) implements BodyEdit {
        public ReplaceBytes {
            Bounds.hex(fromHex, "bytes to replace");
            Bounds.hex(toHex, "bytes to put in their place");
            Bounds.atLeast(1, fromHex.length() / 2, "number of bytes to replace");
        }
    }

    /** Flips the lowest bit of the body's last digit, so that JSON stays JSON. */
    record FlipBit() implements BodyEdit {}

    /** Cuts that many bytes off the end; all of them if the body is shorter. */
    record CutEnd(int bytes) implements BodyEdit {
        public CutEnd {
            Bounds.atLeast(0, bytes, "bytes to cut");
        }
    }

    /** Adds a field that holds that many arrays, one inside the other. */
    record NestedArrays(int depth) implements BodyEdit {
        public NestedArrays {
            Bounds.atLeast(1, depth, "depth");
            Bounds.atMost(Bounds.MOST_BYTES / 2, depth, "depth");
        }
    }

    /** Adds a field that holds a number of that many digits. */
    record LongNumber(int digits) implements BodyEdit {
        public LongNumber {
            Bounds.atLeast(1, digits, "digits");
            Bounds.atMost(Bounds.MOST_BYTES, digits, "digits");
        }
    }

    /** Adds that many fields. */
    record ManyFields(int number) implements BodyEdit {
        public ManyFields {
            Bounds.atLeast(1, number, "fields");
            Bounds.atMost(Bounds.MOST_FIELDS, number, "fields");
        }
    }

    /** Adds that many fields whose names all have the same {@link String#hashCode()}. */
    record CollidingFields(int number) implements BodyEdit {
        public CollidingFields {
            Bounds.atLeast(1, number, "fields");
            Bounds.atMost(Bounds.MOST_FIELDS, number, "fields");
        }
    }

    /** Does to the body what a receiver does that takes it apart before it computes the MAC. */
    record Rewrite(BodyRewriting how) implements BodyEdit {}

    /** Writes the body in UTF-16 with a byte order mark. */
    record Utf16() implements BodyEdit {}

    /** Compresses the body (RFC 1952). */
    record Gzip() implements BodyEdit {}

    /** Adds a field of that many mebibytes of zero digits, and compresses the body: one thousandth of that goes out. */
    record GzipBomb(int mebibytes) implements BodyEdit {
        public GzipBomb {
            Bounds.atLeast(1, mebibytes, "mebibytes");
            Bounds.atMost(1024, mebibytes, "mebibytes");
        }
    }

    /**
     * Applies the edit.
     *
     * @throws NotComposableException where this body has not what the edit would change
     */
    static Body apply(BodyEdit edit, Body body) {
        if (edit instanceof SetField set) {
            return body.with(body.members().with(set.name, set.json));
        } else if (edit instanceof AppendField append) {
            return body.with(body.members().plus(append.name, append.json));
        } else if (edit instanceof RemoveField remove) {
            return without(remove.name, body);
        } else if (edit instanceof ReverseFields) {
            return body.with(body.members().reversed());
        } else if (edit instanceof Layout layout) {
            return body.with(layout.layout);
        } else if (edit instanceof EventTimeShift shift) {
            Instant shifted = Instant.parse(body.text("timestamp")).plus(shift.shift);
            return body.with(body.members().withString("timestamp", shifted.toString()));
        } else if (edit instanceof PadTo pad) {
            return padded(body, pad.bytes);
        } else if (edit instanceof WholeBody whole) {
            return Body.of(Bytes.utf8(whole.text), body.other());
        } else if (edit instanceof OtherEventId) {
            return body.with(
                    body.members().withString("event_id", body.other().get().eventId()));
        } else if (edit instanceof UpperCaseField upper) {
            return body.with(
                    body.members().withString(upper.name, body.text(upper.name).toUpperCase(Locale.ROOT)));
        } else if (edit instanceof OtherEvent) {
            return Body.of(body.other().get(), body.other());
        } else if (edit instanceof PrependBytes prepend) {
            return body.then(bytes -> hex(prepend.hex).plus(bytes));
        } else if (edit instanceof AppendBytes append) {
            return body.then(bytes -> bytes.plus(hex(append.hex)));
        } else if (edit instanceof ReplaceBytes replace) {
            return body.then(bytes -> replaced(bytes, replace));
        } else if (edit instanceof FlipBit) {
            return body.then(BodyEdit::flipLastDigit);
        } else if (edit instanceof CutEnd cut) {
            return body.then(bytes -> bytes.slice(0, Math.max(0, bytes.size() - cut.bytes)));
        } else if (edit instanceof NestedArrays nested) {
            return body.with(body.members().plus("x_nested", "[".repeat(nested.depth) + "]".repeat(nested.depth)));
        } else if (edit instanceof LongNumber number) {
            return body.with(body.members().plus("x_number", "9".repeat(number.digits)));
        } else if (edit instanceof ManyFields many) {
            return body.then(bytes -> Bulk.fields(bytes, many.number, i -> "x_" + i));
        } else if (edit instanceof CollidingFields colliding) {
            return body.then(
                    bytes -> Bulk.fields(bytes, colliding.number, i -> Bulk.collidingName(i, colliding.number)));
        } else if (edit instanceof Rewrite rewrite) {
            return body.then(rewrite.how::apply);
        } else if (edit instanceof Utf16) {
            return body.then(bytes -> Bytes.of(bytes.asUtf8().getBytes(StandardCharsets.UTF_16)));
        } else if (edit instanceof Gzip) {
            return body.then(Bulk::gzip);
        } else if (edit instanceof GzipBomb bomb) {
            return body.then(bytes -> Bulk.gzipBomb(bytes, bomb.mebibytes));
        }
        throw new IllegalStateException("no such body edit: " + edit);
    }

    private static Body without(String field, Body body) {
        if (body.members().raw(field).isEmpty()) {
            throw new NotComposableException("the body has no field " + Printable.of(field));
        }
        return body.with(body.members().without(field));
    }

    private static Body padded(Body body, int bytes) {
        String field = "x_padding";
        int least = body.with(body.members().withString(field, "")).write().size();
        if (bytes < least) {
            throw new NotComposableException(
                    "the body cannot be padded to " + bytes + " bytes: it has " + least + " with empty padding");
        }
        return body.with(body.members().withString(field, "x".repeat(bytes - least)));
    }

    private static Bytes replaced(Bytes bytes, ReplaceBytes edit) {
        Bytes from = hex(edit.fromHex);
        if (bytes.indexOf(from, 0) < 0) {
            throw new NotComposableException("the body has no bytes " + edit.fromHex + " to replace");
        }
        return bytes.replaceAll(from, hex(edit.toHex));
    }

    private static Bytes flipLastDigit(Bytes bytes) {
        for (int i = bytes.size() - 1; i >= 0; i--) {
            if (bytes.at(i) >= '0' && bytes.at(i) <= '9') {
                return bytes.flip(i, 1);
            }
        }
        throw new NotComposableException("the body has no digit whose bit could be flipped");
    }

    private static Bytes hex(String digits) {
        return Bytes.of(HexFormat.of().parseHex(digits));
    }
}
