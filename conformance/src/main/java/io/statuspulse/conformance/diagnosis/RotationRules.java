package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.ACCEPTED;
import static io.statuspulse.conformance.diagnosis.Symptom.REJECTED;

import java.util.List;

/** What goes wrong when secrets change. */
final class RotationRules {
    private RotationRules() {}

    static List<Rule> list() {
        return List.of(
                finding(
                                "secret-pinned",
                                "The receiver keeps to the secret that it used first: it takes neither the previous one during"
                                        + " the overlap nor the new one after a rotation, and accepts the old one for ever.")
                        .any(REJECTED, "rotation/previous-in-overlap")
                        .any(ACCEPTED, "rotation/previous-after-overlap")
                        .explains(REJECTED, "rotation/interleaved", "rotation/retry-across", "rotation/live")
                        .explains(ACCEPTED, "rotation/live")
                        .mend("Look the active secrets up for each delivery, and keep no copy of them.")
                        .doubt("Whether a restart helps; that the rotation hook reaches the receiver."),
                finding(
                                "retired-secret-accepted",
                                "The receiver accepts secrets that were retired: it adds new ones and removes none.")
                        .any(ACCEPTED, "rotation/retired")
                        .explains(ACCEPTED, "rotation/previous-after-overlap", "rotation/live")
                        .doubt("How far back it goes."),
                finding(
                                "previous-secret-rejected",
                                "The receiver knows one secret only: during a rotation's overlap it rejects what is signed with"
                                        + " the previous one.")
                        .any(REJECTED, "rotation/previous-in-overlap")
                        .explains(REJECTED, "rotation/interleaved", "rotation/retry-across", "rotation/live")
                        .doubt("That it was given the previous secret at all."),
                finding(
                                "secrets-taken-up-late",
                                "The receiver takes up new secrets late: after a rotation it rejects the new one and accepts"
                                        + " the old one for a while, most likely from a cache.")
                        .any(ACCEPTED, "rotation/previous-after-overlap")
                        .any(REJECTED, "rotation/live")
                        .explains(ACCEPTED, "rotation/live")
                        .mend(
                                "Look the active secrets up for each delivery, or clear the cache when they change; a rotation"
                                        + " hook must return only when the receiver has them.")
                        .doubt("That the rotation hook waited until the receiver had the secrets."),
                finding(
                                "previous-secret-kept",
                                "The receiver goes on accepting the previous secret when the overlap has ended.")
                        .any(ACCEPTED, "rotation/previous-after-overlap")
                        .explains(ACCEPTED, "rotation/live")
                        .doubt("For how long."),
                finding(
                                "previous-secret-dropped",
                                "The receiver drops the previous secret as soon as it is given a new one: a rotation has no"
                                        + " overlap, and what is under way is rejected.")
                        .any(REJECTED, "rotation/live")
                        .unclear("a secret in force was rejected there too", "rotation/previous-after-overlap")
                        .held("it can hold two secrets from its start", "rotation/interleaved")
                        .none(ACCEPTED, "rotation/live")
                        .doubt("That the rotation hook hands both secrets on."),
                finding(
                                "deliveries-lost-while-rotating",
                                "The receiver rejects genuine deliveries while it rotates, and not before or afterwards: for a"
                                        + " moment it has no secret, or not the one that is in force.")
                        .any(REJECTED, "rotation/live")
                        .none(ACCEPTED, "rotation/live")
                        .held("each secret holds once the rotation is done", "rotation/previous-after-overlap")
                        .mend(
                                "Change the set of active secrets in one step: build the new list, then replace the old one"
                                        + " (an immutable list in one field), never clear and fill.")
                        .doubt("That the rotation hook returned only when the receiver had the secrets."),
                finding(
                                "forgeries-accepted-while-rotating",
                                "The receiver accepts deliveries signed with a secret that is not in force while it rotates,"
                                        + " and not before or afterwards: for a moment it verifies with nothing, or with a"
                                        + " secret too many.")
                        .any(ACCEPTED, "rotation/live")
                        .held("the old secret is rejected once the rotation is done", "rotation/previous-after-overlap")
                        .mend("Change the set of active secrets in one step, and reject while there is none.")
                        .doubt("That the rotation hook returned only when the receiver had the secrets."));
    }
}
