package io.statuspulse.conformance.vectors;

import io.statuspulse.simulator.signing.SignatureVerifier;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Says which reasons a request gives to reject it, by the contract at its strictest but for what it leaves open. */
final class Judge {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    private Judge() {}

    static Set<Reason> reasons(Setting setting, Request request) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (request.timestamps().isEmpty()) {
            reasons.add(Reason.TIMESTAMP_MISSING);
        } else if (request.timestamps().size() > 1) {
            reasons.add(Reason.TIMESTAMP_REPEATED);
        } else {
            timestamp(setting, request.timestamp(), reasons);
        }
        if (request.signatures().isEmpty()) {
            reasons.add(Reason.SIGNATURE_MISSING);
        } else if (request.signatures().size() > 1) {
            reasons.add(Reason.SIGNATURE_REPEATED);
        } else if (!DIGITS.matcher(request.signature()).matches()) {
            reasons.add(Reason.SIGNATURE_MALFORMED);
        } else if (request.timestamps().size() == 1 && !holds(setting, request)) {
            reasons.add(Reason.SIGNATURE_MISMATCH);
        }
        return reasons;
    }

    private static void timestamp(Setting setting, String timestamp, Set<Reason> reasons) {
        Instant now = setting.clock();
        if (!SECONDS.matcher(timestamp).matches()) {
            reasons.add(Reason.TIMESTAMP_MALFORMED);
        } else if (setting.verifier().timestampProblem(timestamp, now).isPresent()) {
            boolean old = Long.parseLong(timestamp) < now.getEpochSecond();
            reasons.add(old ? Reason.TIMESTAMP_TOO_OLD : Reason.TIMESTAMP_TOO_NEW);
        }
    }

    private static boolean holds(Setting setting, Request request) {
        SignatureVerifier verifier = setting.verifier();
        return verifier.holds(request.timestamp(), request.signature(), request.body());
    }
}
