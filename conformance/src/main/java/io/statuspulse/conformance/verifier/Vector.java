package io.statuspulse.conformance.verifier;

import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.HeaderLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One request, and what a verifier must say of it.
 *
 * @param id its permanent id, {@code area/family.variant}
 * @param comment what is special about it
 * @param level how much it binds
 * @param requirement the requirement that it is about
 * @param scenario the id of the scenario that sends the same to receivers
 * @param flags what it is about, at least one
 * @param setup what the verifier is configured with
 * @param headers the header lines in order, values one char for each byte (ISO-8859-1)
 * @param body the raw body
 * @param result what must be said of it
 * @param reason what is wrong with it, in a word; present where it is invalid
 */
record Vector(
        String id,
        String comment,
        Level level,
        Requirement requirement,
        Optional<String> scenario,
        List<VectorFlag> flags,
        VerifierSetup setup,
        List<HeaderLine> headers,
        Bytes body,
        Result result,
        Optional<String> reason) {

    Vector {
        flags = List.copyOf(flags);
        headers = List.copyOf(headers);
    }

    /** What must be said of it. */
    enum Result {
        VALID,
        INVALID,
        ACCEPTABLE;

        static Result named(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    /** The flag that says most of it: the first. */
    VectorFlag flag() {
        return flags.get(0);
    }

    /** The area and the family of its id, which it shares with its variants. */
    String family() {
        return family(id);
    }

    /** Returns what stands before the dot. */
    static String family(String id) {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }

    /** What is asked about it. */
    Question question() {
        return new Question(id, setup, headers, body);
    }
}
