package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.suite.Suite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** In which order scenarios begin that run side by side. */
class CrewTest {
    private final List<Scenario> ordered = Crew.waitingFirst(Suite.scenarios());

    @Test
    void whatWaitsBeginsBeforeItsNeighbours() {
        assertThat(ordered.stream().filter(scenario -> scenario.area().equals("idempotency")))
                .first()
                .extracting(Scenario::id)
                .isEqualTo("idempotency/after-lost-answer");
        assertThat(ordered.stream().filter(scenario -> scenario.has(Tag.SLOW)))
                .isNotEmpty()
                .allSatisfy(slow -> assertThat(index(slow)).isLessThan(index(lastLike(slow))));
    }

    @Test
    void noBrokenHttpBeginsBeforeAnythingElseThatItStoodBehind() {
        assertThat(before(ordered)).containsExactlyInAnyOrderElementsOf(before(Suite.scenarios()));
        assertThat(before(ordered)).hasSizeGreaterThan(200);
    }

    private static List<Scenario> before(List<Scenario> scenarios) {
        return scenarios.stream()
                .takeWhile(scenario -> !scenario.id().equals("http/aborted-body"))
                .filter(scenario -> !scenario.has(Tag.WIRE))
                .toList();
    }

    @Test
    void areasStayInTheirOrderAndNothingIsLost() {
        assertThat(ordered).containsExactlyInAnyOrderElementsOf(Suite.scenarios());
        assertThat(ordered.stream().map(Scenario::area))
                .containsExactlyElementsOf(
                        Suite.scenarios().stream().map(Scenario::area).toList());
    }

    @Test
    void anOrderInWhichNoneOfAnAreaAreNeighboursStays() {
        List<Scenario> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.removeIf(scenario -> !scenario.id().matches("signature/missing|idempotency/.*lost.*|http/trace"));

        assertThat(Crew.waitingFirst(shuffled)).isEqualTo(shuffled);
    }

    private int index(Scenario scenario) {
        return ordered.indexOf(scenario);
    }

    /** The last of that area that is as broken, or as whole. */
    private Scenario lastLike(Scenario one) {
        return ordered.stream()
                .filter(other -> other.area().equals(one.area()) && other.has(Tag.WIRE) == one.has(Tag.WIRE))
                .reduce(one, (before, after) -> after);
    }
}
