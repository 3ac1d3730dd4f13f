package io.statuspulse.conformance.inprocess;

import io.statuspulse.conformance.scenario.Procedure;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Step.Manner;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.scenario.TlsProcedure;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.SentEdit.MoveSignature;
import io.statuspulse.simulator.delivery.SentEdit.PadHeaderValues;
import io.statuspulse.simulator.delivery.SentEdit.SignaturePlace;
import io.statuspulse.simulator.delivery.WireEdit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What needs a connection, or the server at its end. */
final class OverAConnection {
    static final String NO_TLS = "within a process there is no TLS";
    static final String NO_CONNECTION = "within a process there is neither a connection nor a server";
    static final String TRIMMED = "within a process there is no server that takes the white space off header values";

    /** Headers by which a client tells the server about the message and the connection (RFC 9110, 7.6.1). */
    private static final Set<String> OF_THE_SERVER = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private OverAConnection() {}

    static Optional<String> whyNot(Scenario scenario) {
        if (scenario.has(Tag.TLS) || scenario.trials().stream().anyMatch(TlsProcedure.class::isInstance)) {
            return Optional.of(NO_TLS);
        }
        if (scenario.has(Tag.WIRE) || !scenario.trials().stream().allMatch(OverAConnection::canBeCalled)) {
            return Optional.of(NO_CONNECTION);
        }
        return edits(scenario).stream().anyMatch(PadHeaderValues.class::isInstance)
                ? Optional.of(TRIMMED)
                : Optional.empty();
    }

    private static boolean canBeCalled(Trial trial) {
        if (trial instanceof Trial.Deliveries) {
            return trial.steps().stream().allMatch(OverAConnection::canBeCalled);
        }
        return trial instanceof Procedure.RotationUnderTraffic
                || trial instanceof Procedure.EndOfOverlap
                || trial instanceof Procedure.RetryAfterFailure
                || trial instanceof Procedure.NewerStateFirst;
    }

    private static boolean canBeCalled(Step step) {
        return !step.is(Manner.SAME_CONNECTION)
                && step.answer() != Answer.REJECTED_OR_CLOSED
                && step.plan().edits().stream().noneMatch(OverAConnection::isForTheServer);
    }

    private static boolean isForTheServer(Edit edit) {
        return edit instanceof WireEdit
                || (edit instanceof MoveSignature move && move.place() == SignaturePlace.TRAILER)
                || HeaderTouched.by(edit)
                        .filter(name -> OF_THE_SERVER.contains(name.toLowerCase(Locale.ROOT)))
                        .isPresent();
    }

    static List<Edit> edits(Scenario scenario) {
        return scenario.trials().stream()
                .flatMap(trial -> trial.steps().stream())
                .flatMap(step -> step.plan().edits().stream())
                .toList();
    }
}
