package io.statuspulse.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Step.Manner;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.conformance.scenario.Trial.Effects;
import io.statuspulse.simulator.delivery.Edit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the scenarios send, composed. */
class PlansTest {
    private static final List<Scenario> SUITE = Suite.scenarios();
    private static final Set<Expect> ABOUT_FAULTS = Set.of(Expect.REJECT, Expect.REFUSE, Expect.SURVIVE);
    private static final Set<Answer> TO_FAULTS = Set.of(Answer.REJECTED, Answer.REFUSED);

    /** Scenarios whose one fault takes two edits to make, and which those are. */
    private static final Map<String, String> TWO_EDITS = Map.of(
            "signature/unsigned-control-events",
            "the forged type is part of an event that must be unsigned to be forged",
            "timestamp/missing-body-signed",
            "what is signed must fit what a receiver makes of the missing header",
            "timestamp/missing-undefined-signed",
            "what is signed must fit what a receiver makes of the missing header",
            "timestamp/word-signed-as-nan",
            "what is signed must fit what a receiver makes of the word",
            "http/form-encoded",
            "a form is another body and another type",
            "http/multipart",
            "a form is another body and another type",
            "timestamp/fresh-then-stale",
            "the stale line is the signed one, the fresh line was added",
            "timestamp/stale-then-fresh",
            "the stale line is the signed one, the fresh line was added");

    static Stream<Composed> all() {
        return Composed.steps(SUITE);
    }

    static Stream<Composed> faulty() {
        return all().filter(c -> TO_FAULTS.contains(c.step().answer()) && !isReplay(c));
    }

    /** Its only fault is that it comes again, and late. */
    private static boolean isReplay(Composed composed) {
        return composed.step().is(Manner.SAME_BYTES);
    }

    static Stream<Composed> accepted() {
        return all().filter(c -> c.step().answer() == Answer.ACCEPTED);
    }

    @Test
    void faultyDeliveriesHaveExactlyOneFault() {
        Map<String, Set<Integer>> faults = Composed.steps(SUITE)
                .filter(c -> ABOUT_FAULTS.contains(c.scenario().expect()))
                .filter(c -> TO_FAULTS.contains(c.step().answer()) && !isReplay(c))
                .collect(Collectors.groupingBy(
                        c -> c.scenario().id(),
                        Collectors.mapping(
                                c -> c.step().plan().faults().size(), Collectors.toCollection(TreeSet::new))));

        assertThat(faults).hasSizeGreaterThan(100);
        assertThat(faults).allSatisfy((id, counts) -> {
            if (!TWO_EDITS.containsKey(id)) {
                assertThat(counts).as(id).containsExactly(1);
            }
        });
    }

    @Test
    void exceptionsFromOneFaultAreNeeded() {
        assertThat(TWO_EDITS.keySet())
                .allSatisfy(id -> assertThat(Suite.find(id).orElseThrow().trials().stream()
                                .flatMap(trial -> trial.steps().stream())
                                .map(step -> step.plan().faults().size()))
                        .contains(2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faulty")
    void faultyDeliveryDiffersFromItsControl(Composed composed) {
        assertThat(Composed.bytes(composed.delivery())).isNotEqualTo(Composed.bytes(composed.control()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faulty")
    void controlOfAFaultyDeliveryIsRightlySigned(Composed composed) {
        assertThat(Composed.isRightlySigned(composed.control())).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void deliveryThatMustBeAcceptedIsRightlySigned(Composed composed) {
        assertThat(Composed.isRightlySigned(composed.delivery())).isTrue();
    }

    @Test
    void trialsOfAScenarioSendDifferentThings() {
        assertThat(SUITE).allSatisfy(scenario -> assertThat(scenario.trials()).doesNotHaveDuplicates());
    }

    @Test
    void editsOfAPlanCanBePrinted() {
        assertThat(all().flatMap(c -> c.step().plan().edits().stream()).map(Edit::print))
                .hasSizeGreaterThan(150)
                .allMatch(text -> text.matches("[A-Za-z0-9]+\\[.*]"));
    }

    @Test
    void rejectionsClaimThatNothingHappened() {
        assertThat(SUITE.stream().filter(s -> s.expect() == Expect.REJECT).flatMap(s -> s.trials().stream()))
                .hasSizeGreaterThan(100)
                .extracting(Trial::effects)
                .containsOnly(Effects.NONE, Effects.NONE_UNLESS_ACCEPTED);
        assertThat(SUITE.stream().filter(s -> s.expect() == Expect.ONCE).flatMap(s -> s.trials().stream()))
                .isNotEmpty()
                .extracting(Trial::effects)
                .containsOnly(Effects.ONCE);
    }
}
