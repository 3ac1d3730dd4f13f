package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.SignatureScheme;
import io.statuspulse.simulator.signing.SigningKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A delivery in the making: what edits act on. Lives for one call of the composer. */
final class Draft {
    final Instant now;

    /** The moment that the timestamp tells. */
    Instant attemptedAt;

    Body body;
    SignatureScheme scheme;
    SigningKey key = SigningKey.Known.CURRENT;

    /** The timestamp as it was to be sent before header edits. */
    String timestamp;

    String signedTimestamp;

    /** What makes the signed body of the one that is sent; empty where they are the same. */
    Optional<BodyEdit> signedBody = Optional.empty();

    String signature = "";

    /** The body that was signed. */
    Bytes signedContent = Bytes.EMPTY;

    String method = "POST";
    String requestTarget;
    final List<HeaderLine> headers = new ArrayList<>();
    List<HeaderLine> trailers = new ArrayList<>();

    /** How header names are spelt, also of those that come with the framing. */
    UnaryOperator<String> headerNames = UnaryOperator.identity();

    /** Texts made with a configured secret: shown only in part. */
    final Set<String> confidential = new LinkedHashSet<>();

    Draft(Instant now, Body body, SignatureScheme scheme, String requestTarget) {
        this.now = now;
        this.attemptedAt = now;
        this.body = body;
        this.scheme = scheme;
        this.requestTarget = requestTarget;
        this.timestamp = scheme.timestamp(now);
        this.signedTimestamp = timestamp;
    }

    Signing signing() {
        return new Signing(scheme, key, signedTimestamp, signedContent, signature);
    }

    void setTimestamp(String text) {
        timestamp = text;
        signedTimestamp = text;
    }

    /** Sets a signature that was made from the real one, and is as confidential as that. */
    void setSignature(String altered) {
        if (key.isConfigured()) {
            confidential.add(altered);
        }
        set(SentEdit.HeaderRole.SIGNATURE, altered);
    }

    void set(SentEdit.HeaderRole role, String value) {
        headers.replaceAll(line -> line.is(name(role)) ? new HeaderLine(line.name(), value) : line);
    }

    void drop(SentEdit.HeaderRole role) {
        headers.removeIf(line -> line.is(name(role)));
    }

    void second(SentEdit.HeaderRole role, String value, SentEdit.Order order) {
        for (int i = 0; i < headers.size(); i++) {
            HeaderLine line = headers.get(i);
            if (line.is(name(role))) {
                headers.add(order == SentEdit.Order.WRONG_FIRST ? i : i + 1, new HeaderLine(line.name(), value));
                return;
            }
        }
    }

    void addQuery(String query) {
        requestTarget += (requestTarget.contains("?") ? "&" : "?") + query;
    }

    String name(SentEdit.HeaderRole role) {
        return switch (role) {
            case SIGNATURE -> scheme.signatureHeader();
            case TIMESTAMP -> scheme.timestampHeader();
            case CONTENT_TYPE -> "Content-Type";
            case HOST -> "Host";
        };
    }
}
