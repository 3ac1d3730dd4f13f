package io.statuspulse.conformance.verifier;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.SignatureScheme;
import java.util.List;

/**
 * One request that a verifier is asked about.
 *
 * @param id by which its answer is known
 * @param setup what the verifier is configured with
 * @param headers the header lines in order, values one char for each byte (ISO-8859-1)
 * @param body the raw body
 */
record Question(String id, VerifierSetup setup, List<HeaderLine> headers, Bytes body) {

    public Question {
        headers = List.copyOf(headers);
    }

    /** A genuine delivery of that body, sent now and signed with the current secret. */
    static Question genuine(String id, VerifierSetup setup, Bytes body) {
        SignatureScheme scheme = SignatureScheme.STATUSPULSE;
        String timestamp = scheme.timestamp(setup.now());
        String signature = scheme.sign(Secret.of(setup.secret()), timestamp, body);
        return new Question(
                id,
                setup,
                List.of(
                        new HeaderLine("Content-Type", "application/json"),
                        new HeaderLine(scheme.timestampHeader(), timestamp),
                        new HeaderLine(scheme.signatureHeader(), signature)),
                body);
    }

    /** Returns the same with a signature that anybody could make up. */
    Question forged(String otherId) {
        SignatureScheme scheme = SignatureScheme.STATUSPULSE;
        List<HeaderLine> lines = headers.stream()
                .map(line -> line.is(scheme.signatureHeader()) ? new HeaderLine(line.name(), "0".repeat(64)) : line)
                .toList();
        return new Question(otherId, setup, lines, body);
    }
}
