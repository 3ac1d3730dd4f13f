package io.statuspulse.conformance.verifier;

import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.HeaderLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Vectors that tests are made of. */
final class Made {
    static final VerifierSetup SETUP =
            new VerifierSetup(List.of("whsec_made"), Duration.ofSeconds(300), Instant.parse("2026-01-01T00:00:00Z"));
    static final VectorFlag GENUINE =
            new VectorFlag("Genuine", "basic", "A genuine delivery.", "Nothing is accepted.", List.of());
    static final VectorFlag WRONG = new VectorFlag(
            "WrongMac", "authentication-bypass", "The second half is wrong.", "Anyone can forge.", List.of("CWE-347"));
    static final VectorFlag OTHER =
            new VectorFlag("NotJson", "rejects-genuine", "The body is no JSON.", "Events are lost.", List.of());
    static final VectorFlag POLICY =
            new VectorFlag("MayUpperCase", "policy", "Upper case.", "Either is right.", List.of());

    private Made() {}

    /** Returns that many: valid, invalid, valid and so on. */
    static Vectors alternating(int count) {
        List<Vector> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            vectors.add(i % 2 == 0 ? valid("body/genuine." + i, i) : invalid("signature/wrong." + i, i));
        }
        return of(vectors);
    }

    static Vectors of(List<Vector> vectors) {
        return new Vectors("1.0", 7, vectors);
    }

    static Vector valid(String id, int number) {
        return vector(id, genuine(number), body(number), Vector.Result.VALID, List.of(GENUINE), Optional.empty());
    }

    /** Its body is one of ten, so that there are few controls; only the second half of the signature is wrong. */
    static Vector invalid(String id, int number) {
        return vector(
                id,
                wrong(number % 10),
                body(number % 10),
                Vector.Result.INVALID,
                List.of(WRONG),
                Optional.of("signature-mismatch"));
    }

    /** Either answer is right: the digits are in upper case. */
    static Vector acceptable(String id) {
        List<HeaderLine> headers = genuine(0).stream()
                .map(line -> line.is("X-StatusPulse-Signature")
                        ? new HeaderLine(line.name(), line.value().toUpperCase(java.util.Locale.ROOT))
                        : line)
                .toList();
        return vector(id, headers, body(0), Vector.Result.ACCEPTABLE, List.of(POLICY), Optional.empty());
    }

    static Vector vector(
            String id,
            List<HeaderLine> headers,
            Bytes body,
            Vector.Result result,
            List<VectorFlag> flags,
            Optional<String> reason) {
        return new Vector(
                id,
                "number " + id,
                result == Vector.Result.ACCEPTABLE ? Level.MAY : Level.MUST,
                Requirement.SIG_1,
                Optional.empty(),
                flags,
                SETUP,
                headers,
                body,
                result,
                reason);
    }

    static Bytes body(int number) {
        return Bytes.utf8("{\"event_id\":\"evt_" + number + "\"}");
    }

    static List<HeaderLine> genuine(int number) {
        return Question.genuine("x", SETUP, body(number)).headers();
    }

    private static List<HeaderLine> wrong(int number) {
        return genuine(number).stream()
                .map(line -> line.is("X-StatusPulse-Signature")
                        ? new HeaderLine(line.name(), line.value().substring(0, 32) + "0".repeat(32))
                        : line)
                .toList();
    }
}
