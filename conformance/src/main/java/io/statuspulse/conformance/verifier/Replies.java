package io.statuspulse.conformance.verifier;

import io.statuspulse.conformance.verdict.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of asking a verifier.
 *
 * @param byId by the questions' ids; every question is there
 * @param unusable why nothing at all could be asked; empty where something was answered
 * @param interrupted why it was ended before it was through; empty where it was not
 * @param remarks what is wrong with how it answers, whatever it says
 */
record Replies(
        Map<String, Reply> byId, Optional<Unusable> unusable, Optional<String> interrupted, List<Finding> remarks) {

    Replies {
        byId = Map.copyOf(byId);
        remarks = List.copyOf(remarks);
    }

    /**
     * A verifier that gives no answer at all.
     *
     * @param reason in one line
     * @param errors what it printed on standard error, in lines that are safe to print; may be empty
     */
    record Unusable(String reason, String errors) {}

    Reply of(Question question) {
        return byId.getOrDefault(question.id(), new Reply.NotAsked("it was not asked"));
    }
}
