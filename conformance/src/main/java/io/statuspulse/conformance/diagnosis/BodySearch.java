package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.BodyEdit.AppendBytes;
import io.statuspulse.simulator.delivery.BodyEdit.Layout;
import io.statuspulse.simulator.delivery.BodyEdit.PrependBytes;
import io.statuspulse.simulator.delivery.BodyEdit.ReplaceBytes;
import io.statuspulse.simulator.delivery.BodyEdit.ReverseFields;
import io.statuspulse.simulator.delivery.BodyEdit.Rewrite;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.BodyRewriting;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.SigningEdit.SignBody;
import io.statuspulse.simulator.event.JsonLayout;
import io.statuspulse.simulator.wire.Exchange;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out what a receiver does to a body before it computes the MAC, that accepts a plain body and refuses unusual ones
 * which are signed as correctly.
 */
public final class BodySearch {
    private final Prober prober;

    private BodySearch(Search.Attempts attempts) {
        this.prober = new Prober(attempts);
    }

    /**
     * Searches with some ten deliveries, and three for each rewriting that explains what was refused.
     *
     * @param plain a plain delivery that was accepted
     */
    public static Diagnosis of(Exchange plain, Search.Attempts attempts) {
        BodySearch search = new BodySearch(attempts);
        List<Proof> proofs = search.run();
        return new Diagnosis(
                plain,
                proofs.stream().map(Proof::finding).toList(),
                proofs.stream().map(Proof::first).toList(),
                search.prober.sent());
    }

    private List<Proof> run() {
        List<Exchange> answers =
                bodies().stream().flatMap(body -> prober.send(body).stream()).toList();
        Optional<Exchange> refused =
                answers.stream().filter(answer -> !answer.accepted()).findFirst();
        return refused
                .flatMap(first -> Arrays.stream(BodyRewriting.values())
                        .filter(how -> explains(how, answers))
                        .flatMap(how -> proof(how, first).stream())
                        .findFirst())
                .stream()
                .toList();
    }

    /** Returns whether what was refused is just what this would change: one body alone may be changed alike by several. */
    private static boolean explains(BodyRewriting how, List<Exchange> answers) {
        return answers.stream().allMatch(answer -> {
            Bytes body = answer.delivery().body();
            return answer.accepted() == how.apply(body).equals(body);
        });
    }

    private Optional<Proof> proof(BodyRewriting how, Exchange refused) {
        DeliveryPlan rewritten = refused.delivery().plan().with(new SignBody(new Rewrite(how)));
        return prober.twice(rewritten).flatMap(both -> {
            Optional<Exchange> counter = prober.forged(rewritten);
            return counter.isEmpty() || counter.get().accepted()
                    ? Optional.empty()
                    : Optional.of(Proof.of(
                            "signs-another-body-" + label(how),
                            does(how),
                            List.of(Mends.RAW_BODY),
                            both,
                            counter,
                            refused));
        });
    }

    private static String label(BodyRewriting how) {
        return how.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String does(BodyRewriting how) {
        String doing = switch (how) {
            case TRIMMED -> "take white space off the ends of the body";
            case COMPACT_JSON -> "parse the body and write it anew, without white space,";
            case SPACED_JSON -> "parse the body and write it anew, with spaces and in ASCII,";
            case SORTED_JSON -> "parse the body and write it anew, its names in order,";
            case SLASHES_ESCAPED -> "parse the body and write it anew, with escaped slashes,";
            case LATIN1_TO_UTF8 -> "read the body as ISO-8859-1";
            case UTF8_TO_LATIN1 -> "write the body as ISO-8859-1";
            case UTF8_REPAIRED -> "decode the body, with U+FFFD for what is no UTF-8,";
        };
        return "to " + doing + " before it computes the MAC";
    }

    /** Bodies that each rewriting but the right one leaves other than they came. */
    private static List<DeliveryPlan> bodies() {
        return List.of(
                body(new SetField("note", "\"Z\u00fcrich \u2603\"")),
                body(new AppendBytes("0a")),
                body(new PrependBytes("20")),
                body(new Layout(JsonLayout.SPACED)),
                body(new Layout(JsonLayout.PRETTY)),
                body(new ReverseFields()),
                body(new SetField("load", "1.50")),
                body(new SetField("note", "\"\\u00e9\\/\"")),
                body(new SetField("note", "\"\u00fc\""), new ReplaceBytes("c3bc", "fc")));
    }

    private static DeliveryPlan body(Edit... edits) {
        return DeliveryPlan.valid().with(edits);
    }
}
