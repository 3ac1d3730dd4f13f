package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.Printable;
import io.statuspulse.simulator.delivery.SentEdit.CopyHeader;
import io.statuspulse.simulator.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was proven of a receiver.
 *
 * @param finding what, in words
 * @param first the first of the deliveries that prove it
 */
record Proof(Finding finding, Exchange first) {
    private static final Mend HEADERS =
            Mend.anywhere("The headers are X-StatusPulse-Signature and X-StatusPulse-Timestamp.");

    static Proof of(
            Candidate candidate,
            OtherHeaders headers,
            List<Exchange> accepted,
            Optional<Exchange> counter,
            Exchange refused) {
        boolean otherNames = !headers.equals(OtherHeaders.NONE);
        String id = candidate.id() + (otherNames ? (candidate.does().isEmpty() ? "" : "-and") + "-other-headers" : "");
        String does = Stream.of(candidate.does(), headers.does())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", and to "));
        List<Mend> mends = new ArrayList<>(candidate.mends());
        if (otherNames) {
            mends.add(HEADERS);
        }
        return of(id, "to " + does, mends, accepted, counter, refused);
    }

    /**
     * Makes a proof.
     *
     * @param does what the receiver seems to do, behind "it seems"
     * @param mends how it is mended then
     * @param accepted what it accepted
     * @param counter what it refused, as it must; empty where there is nothing to refuse
     * @param refused the correct delivery that it refused
     */
    static Proof of(
            String id,
            String does,
            List<Mend> mends,
            List<Exchange> accepted,
            Optional<Exchange> counter,
            Exchange refused) {
        Exchange first = accepted.get(0);
        String evidence = first.status() + " to " + sent(first.delivery()) + ", and "
                + accepted.get(1).status()
                + " to the same with another event"
                + counter.map(e -> "; " + outcome(e) + " to the same with a key that nobody issued")
                        .orElse("")
                + "; " + outcome(refused) + " to a delivery that is signed as the contract says";
        Optional<Language> language = Language.of(List.of(first, refused));
        return new Proof(
                new Finding(
                        id,
                        "The receiver refuses what is signed correctly; it seems " + does + ".",
                        evidence,
                        Advice.of(mends, language)),
                first);
    }

    private static String outcome(Exchange exchange) {
        return exchange.status() == 0 ? "no answer" : String.valueOf(exchange.status());
    }

    /** The edits and the headers that carry the proof, without what must not be shown. */
    private static String sent(Delivery delivery) {
        List<Edit> edits = delivery.plan().edits();
        String made = edits.stream()
                .filter(edit -> !(edit instanceof CopyHeader))
                .map(Edit::print)
                .collect(Collectors.joining(", "));
        String headers = delivery.headers().stream()
                .filter(line -> isTelling(line.name()))
                .map(line -> line.name() + ": " + shown(delivery, line))
                .collect(Collectors.joining(", "));
        return (made.isEmpty() ? "a delivery" : "a delivery with " + made) + " (event " + delivery.eventId() + ", "
                + headers + ")";
    }

    private static boolean isTelling(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("signature") || lower.contains("timestamp");
    }

    private static String shown(Delivery delivery, HeaderLine line) {
        return Printable.of(delivery.redaction().apply(line.value()));
    }
}
