package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.bytes.Bytes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An edit of what was already signed: the headers and the body as they are sent. */
public sealed interface SentEdit extends Edit {

    @Override
    default Moment moment() {
        return Moment.SENT;
    }

    /** Which header an edit is about. */
    enum HeaderRole {
        SIGNATURE,
        TIMESTAMP,
        CONTENT_TYPE,
        HOST
    }

    /** Where a signature is sent instead of its header. */
    enum SignaturePlace {
        QUERY,
        BODY,
        TRAILER,
        X_SIGNATURE,
        X_HUB_SIGNATURE_256
    }

    /** Which of two lines of one name comes first. */
    enum Order {
        WRONG_FIRST,
        RIGHT_FIRST
    }

    enum LetterCase {
        LOWER,
        UPPER
    }

    /** Changes the body after it was signed. */
    record TamperBody(BodyEdit edit) implements SentEdit {}

    /** Leaves that header out. */
    record DropHeader(HeaderRole header) implements SentEdit {}

    /** Sends that text instead of the signature; chars stand for bytes (ISO-8859-1). */
    record SignatureText(String text) implements SentEdit {}

    record AlterSignature(SignatureAlteration alteration) implements SentEdit {}

    record PrefixSignature(String prefix) implements SentEdit {}

    /** Sends the signature inside a text, at {@code {signature}}, with the timestamp that was signed at {@code {timestamp}}. */
    record SignatureTemplate(String template) implements SentEdit {
        public SignatureTemplate {
            if (!template.contains("{signature}")) {
                throw new IllegalArgumentException("signature template: '" + Printable.of(template)
                        + "' lacks {signature}, e.g. t={timestamp},v1={signature}");
            }
        }
    }

    record MoveSignature(SignaturePlace place) implements SentEdit {}

    /** Sends a second signature line, wrong in every digit. */
    record SecondSignature(Order order) implements SentEdit {}

    /** Sends a second timestamp line, of now moved by that much, before or after the signed one. */
    record SecondTimestamp(Duration shift, Order order) implements SentEdit {}

    /** Sends text around the timestamp that was signed. */
    record DecorateTimestamp(String before, String after) implements SentEdit {}

    /** Moves the start of the body, up to and with its first dot, to the end of the timestamp: same signed content. */
    record ShiftBoundaryIntoBody() implements SentEdit {}

    /** Moves the last digits of the timestamp to the start of the body. */
    record ShiftBoundaryIntoTimestamp(int digits) implements SentEdit {
        public ShiftBoundaryIntoTimestamp {
            Bounds.atLeast(1, digits, "digits to move");
        }
    }

    record ContentType(String value) implements SentEdit {}

    record AddHeader(String name, String value) implements SentEdit {}

    /** Leaves out every line of that name that is there. */
    record RemoveHeader(String name) implements SentEdit {}

    /** Spells every header name in that case. */
    record HeaderNames(LetterCase letters) implements SentEdit {}

    /** Sends a header a second time, under another name. */
    record CopyHeader(HeaderRole header, String name) implements SentEdit {}

    /** Gives a header that is sent another value. */
    record SetHeader(String name, String value) implements SentEdit {}

    /** Adds that many headers, each with a value of that many characters. */
    record ManyHeaders(int number, int characters) implements SentEdit {
        public ManyHeaders {
            Bounds.atLeast(1, number, "headers");
            Bounds.atLeast(1, characters, "characters of a header");
            Bounds.atMost(Bounds.MOST_FIELDS, number, "headers");
            Bounds.atMost(Bounds.MOST_BYTES / characters, number, "headers of " + characters + " characters");
        }
    }

    /** Sends another method. */
    record Method(String name) implements SentEdit {
        public Method {
            if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
                throw new IllegalArgumentException("method: '" + Printable.of(name) + "' is no token, e.g. PUT");
            }
        }
    }

    /** Sends the delivery to another path: the endpoint's with another last segment. */
    record SiblingPath(String lastSegment) implements SentEdit {
        public SiblingPath {
            if (!lastSegment.matches("[A-Za-z0-9._~-]+")) {
                throw new IllegalArgumentException(
                        "path segment: '" + Printable.of(lastSegment) + "' is none, e.g. no-such-path");
            }
        }
    }

    /** Puts spaces and a tab around signature and timestamp (RFC 9110, 5.5: they are no part of the value). */
    record PadHeaderValues() implements SentEdit {}

    /** Applies the edit. */
    static void apply(SentEdit edit, Draft draft) {
        if (edit instanceof TamperBody tamper) {
            draft.body = BodyEdit.apply(tamper.edit, draft.body);
        } else if (edit instanceof DropHeader drop) {
            draft.drop(drop.header);
        } else if (edit instanceof SignatureText text) {
            draft.set(HeaderRole.SIGNATURE, text.text);
        } else if (edit instanceof AlterSignature alter) {
            draft.setSignature(alter.alteration.applyTo(draft.signature));
        } else if (edit instanceof PrefixSignature prefix) {
            draft.set(HeaderRole.SIGNATURE, prefix.prefix + draft.signature);
        } else if (edit instanceof SignatureTemplate template) {
            draft.set(
                    HeaderRole.SIGNATURE,
                    template.template.replace("{timestamp}", draft.timestamp).replace("{signature}", draft.signature));
        } else if (edit instanceof CopyHeader copy) {
            copy(copy, draft);
        } else if (edit instanceof MoveSignature move) {
            moveSignature(move.place, draft);
        } else if (edit instanceof SecondSignature second) {
            draft.second(HeaderRole.SIGNATURE, SignatureAlteration.wrong(draft.signature), second.order);
        } else if (edit instanceof SecondTimestamp second) {
            draft.second(HeaderRole.TIMESTAMP, draft.scheme.timestamp(draft.now.plus(second.shift)), second.order);
        } else if (edit instanceof DecorateTimestamp decorate) {
            draft.set(HeaderRole.TIMESTAMP, decorate.before + draft.timestamp + decorate.after);
        } else if (edit instanceof ShiftBoundaryIntoBody) {
            shiftBoundaryIntoBody(draft);
        } else if (edit instanceof ShiftBoundaryIntoTimestamp shift) {
            int cut = Math.max(0, draft.timestamp.length() - shift.digits);
            String moved = draft.timestamp.substring(cut);
            draft.set(HeaderRole.TIMESTAMP, draft.timestamp.substring(0, cut));
            draft.body = draft.body.then(bytes -> Bytes.latin1(moved).plus(bytes));
        } else if (edit instanceof ContentType type) {
            draft.set(HeaderRole.CONTENT_TYPE, type.value);
        } else if (edit instanceof AddHeader add) {
            draft.headers.add(new HeaderLine(add.name, add.value));
        } else if (edit instanceof SetHeader set) {
            setHeader(set, draft);
        } else if (edit instanceof RemoveHeader remove) {
            requireHeader(remove.name, "removed", draft);
            draft.headers.removeIf(line -> line.is(remove.name));
        } else if (edit instanceof HeaderNames names) {
            draft.headerNames = name ->
                    names.letters == LetterCase.LOWER ? name.toLowerCase(Locale.ROOT) : name.toUpperCase(Locale.ROOT);
        } else if (edit instanceof PadHeaderValues) {
            draft.set(HeaderRole.SIGNATURE, "  " + draft.signature + " \t");
            draft.set(HeaderRole.TIMESTAMP, " \t" + draft.timestamp + "  ");
        } else if (edit instanceof ManyHeaders many) {
            String value = "x".repeat(many.characters);
            for (int i = 1; i <= many.number; i++) {
                draft.headers.add(new HeaderLine("X-Kit-" + i, value));
            }
        } else if (edit instanceof Method method) {
            draft.method = method.name;
        } else if (edit instanceof SiblingPath sibling) {
            draft.requestTarget = sibling(draft.requestTarget, sibling.lastSegment);
        } else {
            throw new IllegalStateException("no such edit: " + edit);
        }
    }

    private static String sibling(String target, String lastSegment) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(0, Math.max(0, trimmed.lastIndexOf('/')))
                + "/"
                + lastSegment
                + (query < 0 ? "" : target.substring(query));
    }

    private static void copy(CopyHeader edit, Draft draft) {
        List<HeaderLine> copies = draft.headers.stream()
                .filter(line -> line.is(draft.name(edit.header)))
                .map(line -> new HeaderLine(edit.name, line.value()))
                .toList();
        draft.headers.addAll(copies);
    }

    private static void requireHeader(String name, String what, Draft draft) {
        if (draft.headers.stream().noneMatch(line -> line.is(name))) {
            throw new NotComposableException("no header " + Printable.of(name) + " is there to be " + what);
        }
    }

    private static void setHeader(SetHeader edit, Draft draft) {
        requireHeader(edit.name, "set", draft);
        draft.headers.replaceAll(line -> line.is(edit.name) ? new HeaderLine(line.name(), edit.value) : line);
    }

    private static void shiftBoundaryIntoBody(Draft draft) {
        Bytes body = draft.body.write();
        int dot = body.indexOf(Bytes.utf8("."), 0);
        if (dot < 0) {
            throw new NotComposableException("the body has no dot at which it could be shifted into the timestamp");
        }
        draft.set(
                HeaderRole.TIMESTAMP, draft.timestamp + "." + body.slice(0, dot).asLatin1());
        draft.body = draft.body.then(bytes -> bytes.slice(dot + 1, bytes.size()));
    }

    private static void moveSignature(SignaturePlace place, Draft draft) {
        draft.drop(HeaderRole.SIGNATURE);
        String name = draft.scheme.signatureHeader();
        switch (place) {
            case QUERY -> {
                String encoded = URLEncoder.encode(draft.signature, StandardCharsets.UTF_8);
                draft.addQuery(name + "=" + encoded + "&signature=" + encoded);
            }
            case BODY ->
                // The MAC cannot cover itself: the field is added after signing, as a forger would.
                draft.body = draft.body.with(draft.body.members().withString("signature", draft.signature));
            case TRAILER -> draft.trailers = new ArrayList<>(List.of(new HeaderLine(name, draft.signature)));
            case X_SIGNATURE -> draft.headers.add(new HeaderLine("X-Signature", draft.signature));
            case X_HUB_SIGNATURE_256 ->
                draft.headers.add(new HeaderLine("X-Hub-Signature-256", "sha256=" + draft.signature));
        }
    }
}
