package io.statuspulse.conformance.vectors;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.SentEdit;
import io.statuspulse.simulator.delivery.SentEdit.SignaturePlace;
import io.statuspulse.simulator.delivery.WireEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the scenarios about verification send, composed from their own plans: a scenario and its vector cannot part. */
final class ScenarioVectors {
    private static final Setting SETTING = Composing.SETTING;
    private static final Set<String> AREAS =
            Set.of("acceptance", "raw-body", "signature", "tampering", "timestamp", "rotation", "secret");

    /** Which policy decides what a scenario only observes. */
    private static final Map<String, VectorFlag> POLICIES = Map.of(
            "signature/upper-case", VectorFlag.MAY_UPPER_CASE,
            "timestamp/plus-sign", VectorFlag.MAY_PLUS_SIGN,
            "timestamp/leading-zeros", VectorFlag.MAY_LEADING_ZEROS);

    private ScenarioVectors() {}

    static VectorGroup group() {
        return new VectorGroup(
                "scenarios",
                "What the scenarios of the suite send, with events as the provider sends them; two secrets are in force.",
                SETTING,
                Suite.scenarios(SETTING.tolerance()).stream()
                        .flatMap(ScenarioVectors::vectors)
                        .toList());
    }

    private static Stream<SignatureVector> vectors(Scenario scenario) {
        if (!AREAS.contains(scenario.area()) || scenario.requirement().equals(Requirement.SIG_4)) {
            return Stream.empty();
        }
        List<Step> steps = scenario.trials().stream()
                .map(ScenarioVectors::onlyStep)
                .flatMap(Optional::stream)
                .toList();
        return steps.stream()
                .map(step -> vector(scenario, step, steps.size() == 1 ? "delivery" : Slug.of(step.plan())));
    }

    /** A verifier remembers nothing and knows no connections: only what is about one request can be asked of it. */
    private static Optional<Step> onlyStep(Trial trial) {
        List<Step> steps = trial.steps().stream()
                .filter(step -> !step.is(Step.Manner.PRECONDITION))
                .toList();
        return steps.size() == 1
                        && steps.get(0).copies() == 1
                        && steps.get(0).plan().edits().stream().noneMatch(ScenarioVectors::isBeyondHeadersAndBody)
                ? Optional.of(steps.get(0))
                : Optional.empty();
    }

    private static boolean isBeyondHeadersAndBody(Edit edit) {
        return edit instanceof WireEdit
                || edit instanceof SentEdit.PadHeaderValues
                || edit instanceof SentEdit.ContentType
                || (edit instanceof SentEdit.MoveSignature move
                        && (move.place() == SignaturePlace.QUERY || move.place() == SignaturePlace.TRAILER));
    }

    private static SignatureVector vector(Scenario scenario, Step step, String variant) {
        String id = scenario.id() + "." + variant;
        Request request = Composing.request(step.plan(), id);
        VectorResult result = result(scenario, step);
        Optional<Reason> reason = result == VectorResult.INVALID
                ? Judge.reasons(SETTING, request).stream().findFirst()
                : Optional.empty();
        return new SignatureVector(
                id,
                scenario.title(),
                result == VectorResult.ACCEPTABLE ? Level.MAY : scenario.level(),
                scenario.requirement(),
                Optional.of(scenario.id()),
                flags(scenario, result, reason, request),
                request.headers(),
                request.body(),
                result,
                reason);
    }

    private static VectorResult result(Scenario scenario, Step step) {
        if (POLICIES.containsKey(scenario.id())) {
            return VectorResult.ACCEPTABLE;
        }
        // What need only be survived by a receiver holds for a verifier, which judges bytes.
        boolean accepted = step.answer() == Step.Answer.ACCEPTED || scenario.expect() == Expect.SURVIVE;
        return accepted ? VectorResult.VALID : VectorResult.INVALID;
    }

    private static List<VectorFlag> flags(
            Scenario scenario, VectorResult result, Optional<Reason> reason, Request request) {
        VectorFlag policy = POLICIES.get(scenario.id());
        if (policy != null) {
            return List.of(policy);
        }
        return VectorFlag.with(
                result == VectorResult.VALID ? ofValid(scenario) : ofInvalid(scenario, reason.orElseThrow()),
                request.body());
    }

    private static VectorFlag ofValid(Scenario scenario) {
        return switch (scenario.area()) {
            case "raw-body" -> VectorFlag.RAW_BODY;
            case "rotation" -> VectorFlag.ROTATION;
            case "timestamp" -> VectorFlag.TOLERANCE;
            default ->
                scenario.id().contains("header-names")
                        ? VectorFlag.HEADER_NAMES
                        : scenario.id().contains("headers") ? VectorFlag.OTHER_HEADERS : VectorFlag.GENUINE;
        };
    }

    private static VectorFlag ofInvalid(Scenario scenario, Reason reason) {
        return switch (reason) {
            case SIGNATURE_MISSING, TIMESTAMP_MISSING -> VectorFlag.MISSING_HEADER;
            case SIGNATURE_REPEATED, TIMESTAMP_REPEATED -> VectorFlag.REPEATED_HEADER;
            case TIMESTAMP_TOO_OLD -> unlessTampered(scenario, VectorFlag.STALE);
            case TIMESTAMP_TOO_NEW -> unlessTampered(scenario, VectorFlag.PREMATURE);
            case TIMESTAMP_MALFORMED -> unlessTampered(scenario, VectorFlag.MALFORMED_TIMESTAMP);
            case SIGNATURE_MALFORMED ->
                scenario.requirement().equals(Requirement.SIG_1)
                        ? VectorFlag.OTHER_ENCODING
                        : VectorFlag.MALFORMED_SIGNATURE;
            case SIGNATURE_MISMATCH -> ofMismatch(scenario);
        };
    }

    private static VectorFlag unlessTampered(Scenario scenario, VectorFlag flag) {
        return scenario.area().equals("tampering") ? VectorFlag.TAMPERED_TIMESTAMP : flag;
    }

    private static VectorFlag ofMismatch(Scenario scenario) {
        return switch (scenario.area()) {
            case "tampering" ->
                scenario.id().contains("timestamp") || scenario.id().contains("boundary")
                        ? VectorFlag.TAMPERED_TIMESTAMP
                        : VectorFlag.TAMPERED_BODY;
            case "rotation" -> VectorFlag.UNKNOWN_SECRET;
            case "secret" ->
                scenario.requirement().equals(Requirement.ROT_3) ? VectorFlag.GUESSABLE_SECRET : VectorFlag.DERIVED_KEY;
            default ->
                scenario.requirement().equals(Requirement.SIG_1) ? VectorFlag.OTHER_SCHEME : VectorFlag.WRONG_MAC;
        };
    }
}
