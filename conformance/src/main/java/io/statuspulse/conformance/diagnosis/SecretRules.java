package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.ACCEPTED;

import java.util.List;

/** Secrets that open the door and must not. */
final class SecretRules {
    private SecretRules() {}

    static List<Rule> list() {
        return List.of(
                finding(
                                "any-secret-accepted",
                                "The receiver accepts deliveries signed with secrets that were never issued or belong to"
                                        + " another endpoint.")
                        .any(ACCEPTED, "rotation/never-issued", "rotation/other-endpoint", "rotation/next-not-active")
                        .held("a wrong signature is rejected", "signature/wrong")
                        .explains(ACCEPTED, "secret/*", "rotation/*")
                        .doubt("By what it chooses: these secrets begin like the current one."),
                also(
                        "empty-secret-accepted",
                        "secret/empty",
                        "the empty secret, so that anybody can sign; most likely one of its settings is missing"),
                also(
                        "null-secret-accepted",
                        "secret/null-word",
                        "the word null, undefined or None as secret: most likely a missing setting was made a text"),
                also("published-secret-accepted", "secret/published", "the secret that the provider's guide prints"),
                also(
                        "placeholder-secret-accepted",
                        "secret/placeholder",
                        "a placeholder as secret (secret, changeme, test or whsec_), most likely left in from development"),
                also("secret-prefix-stripped", "secret/without-prefix", "the secret less its whsec_"),
                also(
                        "secret-base64-decoded",
                        "secret/base64-decoded",
                        "the base64-decoded secret, as other schemes have it"),
                also("secret-hex-decoded", "secret/hex-decoded", "the hex-decoded secret"),
                also(
                        "secret-newline-kept",
                        "secret/trailing-newline",
                        "the secret with a newline after it, as from a file that was not trimmed"),
                also("secret-case-folded", "secret/case-changed", "the secret in another case"),
                also("secret-truncated", "secret/truncated", "the secret cut short, as by a column too narrow for it"));
    }

    private static Rule also(String id, String scenario, String what) {
        return finding(id, "The receiver also accepts " + what + ".")
                .any(ACCEPTED, scenario)
                .held("other wrong secrets are rejected", "rotation/never-issued")
                .doubt("Where that secret comes from in the receiver.");
    }
}
