package io.statuspulse.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.delivery.BodyEdit.OtherEvent;
import io.statuspulse.simulator.delivery.BodyEdit.ReverseFields;
import io.statuspulse.simulator.event.EventType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveryPlanTest {
    private static final List<DeliveryPlan> DIFFERENT = List.of(
            DeliveryPlan.valid(),
            DeliveryPlan.valid(EventType.LATENCY_SPIKE),
            DeliveryPlan.of(new DeliveryPlan.Base.GuideExample()),
            DeliveryPlan.valid().with(new ReverseFields()),
            DeliveryPlan.valid().but(new ReverseFields()),
            DeliveryPlan.valid().but(new OtherEvent()),
            DeliveryPlan.valid().with(new ReverseFields()).but(new OtherEvent()));

    @Test
    void isEqualToOneOfEqualParts() {
        for (DeliveryPlan plan : DIFFERENT) {
            DeliveryPlan same = new DeliveryPlan(plan.base(), plan.setup(), plan.faults());

            assertThat(same).isEqualTo(plan).hasSameHashCodeAs(plan);
        }
    }

    @Test
    void differsFromEveryOther() {
        for (DeliveryPlan plan : DIFFERENT) {
            assertThat(DIFFERENT).filteredOn(plan::equals).containsExactly(plan);
            assertThat((Object) plan).isNotEqualTo(plan.base());
        }
        Set<Integer> hashCodes = new HashSet<>();
        DIFFERENT.forEach(plan -> hashCodes.add(plan.hashCode()));
        assertThat(hashCodes).hasSizeGreaterThan(1);
    }

    @Test
    void validOnesCarryAnEventOfTheirType() {
        for (EventType type : EventType.values()) {
            assertThat(DeliveryPlan.valid(type).base()).isEqualTo(new DeliveryPlan.Base.Generated(type));
        }
    }
}
