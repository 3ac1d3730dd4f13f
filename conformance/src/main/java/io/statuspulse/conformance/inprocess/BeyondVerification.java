package io.statuspulse.conformance.inprocess;

import static io.statuspulse.conformance.scenario.Requirement.HTTP_1;
import static io.statuspulse.conformance.scenario.Requirement.HTTP_2;
import static io.statuspulse.conformance.scenario.Requirement.IDEM_1;
import static io.statuspulse.conformance.scenario.Requirement.IDEM_2;
import static io.statuspulse.conformance.scenario.Requirement.IDEM_3;
import static io.statuspulse.conformance.scenario.Requirement.PAY_1;
import static io.statuspulse.conformance.scenario.Requirement.PAY_2;
import static io.statuspulse.conformance.scenario.Requirement.PAY_3;
import static io.statuspulse.conformance.scenario.Requirement.PAY_4;
import static io.statuspulse.conformance.scenario.Requirement.PAY_5;
import static io.statuspulse.conformance.scenario.Requirement.PAY_6;
import static io.statuspulse.conformance.scenario.Requirement.RETRY_1;
import static io.statuspulse.conformance.scenario.Requirement.ROT_1;
import static io.statuspulse.conformance.scenario.Requirement.ROT_2;
import static io.statuspulse.conformance.scenario.Requirement.ROT_3;
import static io.statuspulse.conformance.scenario.Requirement.ROT_4;
import static io.statuspulse.conformance.scenario.Requirement.SIG_1;
import static io.statuspulse.conformance.scenario.Requirement.SIG_2;
import static io.statuspulse.conformance.scenario.Requirement.SIG_3;
import static io.statuspulse.conformance.scenario.Requirement.SIG_4;
import static io.statuspulse.conformance.scenario.Requirement.TIME_1;
import static io.statuspulse.conformance.scenario.Requirement.TIME_2;
import static io.statuspulse.conformance.scenario.Requirement.TIME_3;
import static io.statuspulse.conformance.scenario.Requirement.TIME_4;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Trial.Effects;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.SentEdit.ContentType;
import io.statuspulse.simulator.delivery.SentEdit.Method;
import io.statuspulse.simulator.delivery.SentEdit.MoveSignature;
import io.statuspulse.simulator.delivery.SentEdit.SiblingPath;
import io.statuspulse.simulator.delivery.SentEdit.SignaturePlace;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What is asked of a receiver and not of the function in it that verifies. */
final class BeyondVerification {
    static final String NO_ANSWER = "a verifier accepts or rejects: what is answered is up to whoever calls it";
    static final String NO_REQUEST = "a verifier sees headers and body: method, URL and content type are its caller's";
    static final String NO_PARSER = "a verifier takes the body for bytes: what is in it is read by somebody else";
    static final String NO_PROCESSING = "a verifier processes nothing";

    private static final Set<Requirement> VERIFICATION =
            Set.of(SIG_1, SIG_2, SIG_3, TIME_1, TIME_2, TIME_3, TIME_4, ROT_1, ROT_2, ROT_3, ROT_4);
    private static final Set<Requirement> READING = Set.of(PAY_1, PAY_2, PAY_3, PAY_4, PAY_5, PAY_6);
    private static final Set<Requirement> PROCESSING = Set.of(IDEM_1, IDEM_2, IDEM_3, RETRY_1);

    /** What asks, in the area acceptance, for nothing but that a correct delivery holds. */
    private static final Set<Requirement> PLAIN = Set.of(PAY_1, PAY_2, HTTP_1, HTTP_2);

    /** What a yes or a no decides. */
    private static final Set<Expect> YES_OR_NO =
            EnumSet.of(Expect.ACCEPT, Expect.REJECT, Expect.SURVIVE, Expect.OBSERVE);

    private BeyondVerification() {}

    /**
     * Returns why a scenario cannot be asked of a verifier.
     *
     * @param explains whether the function says in words why it rejects
     */
    static Optional<String> whyNot(Scenario scenario, boolean explains) {
        if (scenario.expect() == Expect.ONCE
                || scenario.trials().stream().anyMatch(trial -> trial.effects() == Effects.ONCE)) {
            return Optional.of(NO_PROCESSING);
        }
        if (OverAConnection.edits(scenario).stream().anyMatch(BeyondVerification::isForTheCaller)) {
            return Optional.of(NO_REQUEST);
        }
        if (scenario.isOwn()) {
            return YES_OR_NO.contains(scenario.expect()) ? Optional.empty() : Optional.of(NO_ANSWER);
        }
        return whyNotProven(scenario, explains);
    }

    private static Optional<String> whyNotProven(Scenario scenario, boolean explains) {
        Requirement requirement = scenario.requirement();
        boolean plain = scenario.area().equals("acceptance") && PLAIN.contains(requirement);
        if (plain || VERIFICATION.contains(requirement) || (explains && requirement.equals(SIG_4))) {
            return Optional.empty();
        }
        if (READING.contains(requirement)) {
            return Optional.of(NO_PARSER);
        }
        return Optional.of(PROCESSING.contains(requirement) ? NO_PROCESSING : NO_ANSWER);
    }

    private static boolean isForTheCaller(Edit edit) {
        return edit instanceof Method
                || edit instanceof SiblingPath
                || edit instanceof ContentType
                || (edit instanceof MoveSignature move && move.place() == SignaturePlace.QUERY)
                || HeaderTouched.by(edit)
                        .filter("Content-Type"::equalsIgnoreCase)
                        .isPresent();
    }
}
