package io.statuspulse.conformance.receiver;

import io.statuspulse.fuzz.Claim;
import io.statuspulse.schemas.Problem;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.util.List;
import java.util.Set;

/**
 * A body is an event or refused, never an exception; what the built-in receiver takes, the schema of received events
 * takes, too, but for the finer points of dates and addresses and for its bounds on size; and what StatusPulse may send,
 * both take.
 */
public final class EventFuzz {
    private static final Set<String> BESIDE = Set.of("format", "json");
    private static final EventReader READER = new EventReader();

    private EventFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<Problem> received = Schemas.validate(SchemaName.EVENT_RECEIVED, input);
        List<Problem> emitted = Schemas.validate(SchemaName.EVENT_EMITTED, input);
        boolean taken = taken(input);
        Claim.that(
                !taken || received.stream().allMatch(problem -> BESIDE.contains(problem.rule())),
                () -> "taken against the schema: " + received);
        Claim.that(!emitted.isEmpty() || received.isEmpty(), () -> "emitted, not to be received: " + received);
        Claim.that(!emitted.isEmpty() || taken, () -> "emitted, and not taken");
    }

    private static boolean taken(byte[] input) {
        try {
            READER.read(input);
            return true;
        } catch (Refusal e) {
            return false;
        }
    }
}
