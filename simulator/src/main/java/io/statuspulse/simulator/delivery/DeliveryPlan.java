package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.event.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, as a value: a valid delivery, what prepares it, and what is wrong with it.
 *
 * @param base where the body comes from
 * @param setup edits that leave the delivery valid
 * @param faults edits that make it what is tested; without them it is the control
 */
public record DeliveryPlan(Base base, List<Edit> setup, List<Edit> faults) {

    private static final Map<EventType, DeliveryPlan> VALID = Stream.of(EventType.values())
            .collect(Collectors.toUnmodifiableMap(type -> type, type -> of(new Base.Generated(type))));

    public DeliveryPlan {
        setup = List.copyOf(setup);
        faults = List.copyOf(faults);
    }

    /** Where a body comes from. */
    public sealed interface Base {

        /** A generated event of that type. */
        record Generated(EventType type) implements Base {}

        /** The body that the provider's guide prints, byte for byte. */
        record GuideExample() implements Base {}

        /** A body that the caller supplies as text, sent as UTF-8. */
        record Supplied(String text) implements Base {}
    }

    /** A valid delivery of a generated status_change event. */
    public static DeliveryPlan valid() {
        return valid(EventType.STATUS_CHANGE);
    }

    /** A valid delivery of a generated event of that type. */
    public static DeliveryPlan valid(EventType type) {
        return Objects.requireNonNull(VALID.get(type));
    }

    /** A valid delivery of a body from that base. */
    public static DeliveryPlan of(Base base) {
        return new DeliveryPlan(base, List.of(), List.of());
    }

    /** Returns a plan with more preparation: edits after which the delivery is still a valid one. */
    public DeliveryPlan with(Edit... edits) {
        return new DeliveryPlan(base, joined(setup, edits), faults);
    }

    /** Returns a plan with more that is under test. */
    public DeliveryPlan but(Edit... edits) {
        return new DeliveryPlan(base, setup, joined(faults, edits));
    }

    /** Returns the same delivery without its faults. */
    public DeliveryPlan control() {
        return new DeliveryPlan(base, setup, List.of());
    }

    /** All edits, the preparing ones first. */
    public List<Edit> edits() {
        return Stream.concat(setup.stream(), faults.stream()).toList();
    }

    /** As any record's; but those are linked when they are first asked, which takes longer than a delivery does. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeliveryPlan plan
                && Objects.equals(base, plan.base)
                && setup.equals(plan.setup)
                && faults.equals(plan.faults);
    }

    @Override
    public int hashCode() {
        return Objects.hash(base, setup, faults);
    }

    boolean has(Class<? extends WireEdit> kind) {
        return last(kind).isPresent();
    }

    /** Finds the last edit of that kind: as with every other edit, what comes later wins. */
    <E extends WireEdit> Optional<E> last(Class<E> kind) {
        return last(kind, faults).or(() -> last(kind, setup));
    }

    private static <E> Optional<E> last(Class<E> kind, List<Edit> edits) {
        for (int i = edits.size() - 1; i >= 0; i--) {
            if (kind.isInstance(edits.get(i))) {
                return Optional.of(kind.cast(edits.get(i)));
            }
        }
        return Optional.empty();
    }

    private static List<Edit> joined(List<Edit> some, Edit... more) {
        List<Edit> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
