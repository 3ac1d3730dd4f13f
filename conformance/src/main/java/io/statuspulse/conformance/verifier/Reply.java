package io.statuspulse.conformance.verifier;

import io.statuspulse.conformance.verifier.Answer.Said;

/** What came of asking a verifier about one request. */
sealed interface Reply {

    /**
     * It answered.
     *
     * @param said what
     * @param message what it said beside that, as it came; may be empty
     */
    record Answered(Said said, String message) implements Reply {}

    /**
     * It gave no answer that counts, and that request is to blame.
     *
     * @param how what it did instead
     * @param errors what it printed on standard error then; may be empty
     */
    record NoAnswer(String how, String errors) implements Reply {}

    /** It was not asked, for that reason. */
    record NotAsked(String reason) implements Reply {}
}
