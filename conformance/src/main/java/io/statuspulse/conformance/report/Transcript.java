package io.statuspulse.conformance.report;

import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.Printable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was sent for a scenario and what came back, as it was on the wire, for people. */
public final class Transcript {
    private Transcript() {}

    /**
     * Returns every exchange of that result, in order: what was sent behind {@code "> "}, what came back behind
     * {@code "< "}. Of a message the first 16384 bytes are shown. Nothing confidential is in it.
     */
    public static String of(Result result) {
        String head = result.outcome().label() + ": " + result.scenario().id() + ": "
                + Printable.decoded(result.scenario().title()) + "\n";
        return result.sent().stream().map(Transcript::of).collect(Collectors.joining("\n", head + "\n", ""));
    }

    private static String of(Sent sent) {
        Delivery delivery = sent.exchange().delivery();
        return "* " + sent.role().name().toLowerCase(Locale.ROOT) + edits(delivery) + "\n"
                + withoutCredentials(delivery, WireText.of(delivery))
                + WireText.ofAnswer(sent.exchange())
                + "* " + WireText.summary(sent.exchange()) + "\n";
    }

    private static String edits(Delivery delivery) {
        String edits = delivery.plan().edits().stream().map(Edit::print).collect(Collectors.joining(", "));
        return edits.isEmpty()
                ? ""
                : ", with " + Printable.decoded(delivery.redaction().apply(edits));
    }

    private static String withoutCredentials(Delivery delivery, String shown) {
        String text = shown;
        for (HeaderLine line : delivery.headers()) {
            if (Credentials.inHeader(line.name())) {
                String start = "> " + line.name() + ":";
                text = Pattern.compile("^" + Pattern.quote(start) + ".*$", Pattern.MULTILINE)
                        .matcher(text)
                        .replaceAll(Matcher.quoteReplacement(start + " " + Credentials.HIDDEN));
            }
        }
        return text;
    }
}
