package io.statuspulse.conformance.waiver;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.fuzz.Claim;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A document of whatever bytes is read as the known failures that its schema allows, or refused in one line that names it;
 * what it names waives exactly what the plainest reading of it does, or is refused in one line. The first byte chooses
 * between JSON and YAML.
 */
public final class KnownFailuresFuzz {
    private static final List<Result> FAILED = Runs.results("*", id -> Runs.FAILED);

    private KnownFailuresFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        boolean json = (input[0] & 1) != 0;
        byte[] document = Arrays.copyOfRange(input, 1, input.length);
        String source = json ? "known.json" : "known.yaml";
        boolean valid = (json
                        ? Schemas.validate(SchemaName.KNOWN_FAILURES, document)
                        : Schemas.validateYaml(SchemaName.KNOWN_FAILURES, document))
                .isEmpty();
        try {
            KnownFailures read = KnownFailures.read(document, source);
            Claim.that(valid, () -> "not valid and read: " + read.list());
            Claim.same(read.list(), KnownFailures.read(document, source).list(), () -> "read again");
            overlay(read);
        } catch (IllegalArgumentException e) {
            told(e, source);
            Claim.that(!valid || e.getMessage().endsWith(" wanted"), () -> "valid and refused: " + e.getMessage());
        }
    }

    private static void overlay(KnownFailures known) {
        Overlay overlay;
        try {
            overlay = known.over(Runs.SUITE, Runs.TODAY);
        } catch (IllegalArgumentException e) {
            told(e, "known.");
            return;
        }
        for (Result result : overlay.apply(FAILED)) {
            Optional<KnownFailure> plainly = plainly(known.list(), result.scenario());
            boolean holds =
                    plainly.isPresent() && plainly.get().expires().stream().noneMatch(Runs.TODAY::isAfter);
            Claim.same(
                    holds,
                    result.outcome() == Outcome.WAIVED,
                    () -> result.scenario().id() + " of " + known.list());
            result.facts().stream()
                    .filter(fact ->
                            fact.key().equals("waiver-entry") || fact.key().equals("waiver-over"))
                    .forEach(fact -> Claim.oneLine(fact.value()));
        }
    }

    private static Optional<KnownFailure> plainly(List<KnownFailure> known, Scenario scenario) {
        return known.stream()
                .filter(failure -> failure.scenario().equals(scenario.id()))
                .findFirst()
                .or(() -> known.stream()
                        .filter(failure -> Selection.matchesId(failure.scenario(), scenario.id()))
                        .findFirst());
    }

    private static void told(IllegalArgumentException e, String source) {
        String message = String.valueOf(e.getMessage());
        Claim.oneLine(message);
        Claim.that(message.contains(source), () -> "names no document: " + message);
    }
}
