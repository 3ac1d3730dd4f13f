package io.statuspulse.conformance.suite;

import io.statuspulse.simulator.delivery.Composer;
import io.statuspulse.simulator.delivery.Composer.EventKey;
import io.statuspulse.simulator.delivery.Composer.RequestTarget;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.NotComposableException;
import io.statuspulse.simulator.delivery.SentEdit.RemoveHeader;
import io.statuspulse.simulator.delivery.SentEdit.SetHeader;
import io.statuspulse.simulator.event.EventGenerator;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureScheme;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Composes a plan without sending it, for an endpoint that has all secrets. */
final class Rehearsal {
    /** What an edit finds to change may depend on the event. */
    private static final int EVENTS = 5;

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.500Z");
    private static final RequestTarget ENDPOINT = new RequestTarget("127.0.0.1", "/webhook");
    private static final Secrets SECRETS = new Secrets(
            Secret.of("whsec_0123456789abcdef0123456789abcdef"),
            Optional.of(Secret.of("whsec_1123456789abcdef0123456789abcdef")),
            List.of(Secret.of("whsec_2123456789abcdef0123456789abcdef")));

    private Rehearsal() {}

    /**
     * Returns why the plan can be sent with none of some events, or does not differ from its control with any of them; empty
     * where it can, and does.
     */
    static Optional<String> problem(DeliveryPlan plan, boolean mustDiffer) {
        try {
            return problem(plan, mustDiffer, composer(List.of()));
        } catch (NotComposableException e) {
            return withUsersHeaders(plan, mustDiffer);
        }
    }

    /** Every delivery of a run may carry headers of the user's: those that the plan wants to be there may be. */
    private static Optional<String> withUsersHeaders(DeliveryPlan plan, boolean mustDiffer) {
        List<HeaderLine> wanted = plan.edits().stream()
                .flatMap(edit -> edit instanceof RemoveHeader remove
                        ? Stream.of(remove.name())
                        : edit instanceof SetHeader set ? Stream.of(set.name()) : Stream.of())
                .map(name -> new HeaderLine(name, "rehearsal"))
                .toList();
        try {
            return problem(plan, mustDiffer, composer(wanted));
        } catch (NotComposableException e) {
            return Optional.of("with " + edits(plan) + " it can never be sent: " + e.getMessage());
        }
    }

    /** Asks for one event after the other until there is no problem; throws where the last one cannot be composed. */
    private static Optional<String> problem(DeliveryPlan plan, boolean mustDiffer, Composer composer) {
        for (int number = 0; number < EVENTS; number++) {
            EventKey event = composer.event(plan, "rehearsal", number);
            try {
                if (differs(plan, event, composer) || !mustDiffer) {
                    return Optional.empty();
                }
            } catch (NotComposableException e) {
                if (e.isOfThisEventOnly()) {
                    return Optional.empty();
                }
                if (number == EVENTS - 1) {
                    throw e;
                }
            }
        }
        return Optional.of("with " + edits(plan) + " what is to be rejected is sent as its control is, byte for byte");
    }

    private static boolean differs(DeliveryPlan plan, EventKey event, Composer composer) {
        return !composer.compose(plan, event, ENDPOINT)
                .segments()
                .equals(composer.compose(plan.control(), event, ENDPOINT).segments());
    }

    private static Composer composer(List<HeaderLine> extra) {
        return new Composer(
                SignatureScheme.STATUSPULSE,
                SECRETS,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new EventGenerator(0, NOW),
                extra);
    }

    private static String edits(DeliveryPlan plan) {
        return plan.edits().stream().map(Edit::print).collect(Collectors.joining(", "));
    }
}
