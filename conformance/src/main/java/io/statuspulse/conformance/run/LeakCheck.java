package io.statuspulse.conformance.run;

import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.Redaction;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Looks through answers for what a receiver must keep to itself (contract REQ-SIG-4). */
final class LeakCheck {
    private static final int MOST_FACTS = 5;

    private LeakCheck() {}

    /** Returns {@code otherwise} where no answer of the run leaks: a leak that was seen is a failure, whatever is unclear. */
    static Verdict judge(Verdict otherwise, Collection<Sent> everything) {
        List<Fact> leaks = new ArrayList<>();
        for (Sent sent : everything) {
            String leak = leak(sent.exchange());
            if (!leak.isEmpty() && leaks.size() < MOST_FACTS) {
                leaks.add(new Fact("actual", leak));
            }
        }
        if (leaks.isEmpty()) {
            return otherwise;
        }
        leaks.add(0, new Fact("expected", "no answer holds a secret or the signature that was expected"));
        return new Verdict.Failed(leaks, false);
    }

    private static String leak(Exchange exchange) {
        if (exchange.response().isEmpty()) {
            return "";
        }
        Delivery delivery = exchange.delivery();
        Redaction redaction = delivery.redaction();
        Bytes answer = text(exchange.response().get());
        Bytes request = text(delivery);
        String what = "";
        if (redaction.revealsSecret(answer) && !redaction.revealsSecret(request)) {
            what = "a secret";
        } else if (redaction.revealsExpectedSignature(answer) && !redaction.revealsExpectedSignature(request)) {
            // An echo of what was sent tells nobody anything new.
            what = "the expected signature";
        }
        return what.isEmpty()
                ? ""
                : "the answer to " + describe(delivery) + " holds " + what + ": " + Words.of(exchange);
    }

    private static String describe(Delivery delivery) {
        return delivery.plan().faults().isEmpty()
                ? "a valid delivery"
                : delivery.plan().faults().stream().map(Edit::print).collect(Collectors.joining(", "));
    }

    private static Bytes text(Response response) {
        return lines(response.headers()).plus(Bytes.latin1(response.reason())).plus(response.body());
    }

    private static Bytes text(Delivery delivery) {
        return Bytes.latin1(delivery.requestLine())
                .plus(lines(delivery.headers()))
                .plus(delivery.body());
    }

    private static Bytes lines(List<HeaderLine> headers) {
        return Bytes.latin1(
                headers.stream().map(line -> line.name() + ": " + line.value()).collect(Collectors.joining("\n")));
    }
}
