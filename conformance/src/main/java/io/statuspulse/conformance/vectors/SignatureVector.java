package io.statuspulse.conformance.vectors;

import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.HeaderLine;
import java.util.List;
import java.util.Optional;

/**
 * One request as a verifier gets it, and what it must say.
 *
 * @param id permanent, {@code area/family.variant}
 * @param comment what is special about it
 * @param level how much it binds
 * @param requirement the requirement that it is about
 * @param scenario the scenario that sends the same to receivers
 * @param flags what it is about; an acceptable one has the policy's alone
 * @param headers the header lines in order, values one char for each byte (ISO-8859-1)
 * @param body the raw body
 * @param result what must be said of it
 * @param reason what is wrong with it; present exactly where it is invalid
 */
public record SignatureVector(
        String id,
        String comment,
        Level level,
        Requirement requirement,
        Optional<String> scenario,
        List<VectorFlag> flags,
        List<HeaderLine> headers,
        Bytes body,
        VectorResult result,
        Optional<Reason> reason) {

    public SignatureVector {
        flags = List.copyOf(flags);
        headers = List.copyOf(headers);
    }
}
