package io.statuspulse.conformance.diagnosis;

import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.Edit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a receiver may do instead of what it should.
 *
 * @param variations at least one
 */
record Hypothesis(List<Variation> variations) {

    Hypothesis {
        variations = List.copyOf(variations);
    }

    /** Returns each variation alone, the schemes, and every two common variations of different kinds. */
    static List<Hypothesis> all() {
        List<Variation> all = Variations.all();
        Stream<Hypothesis> singles =
                Stream.concat(all.stream(), Variations.schemes().stream()).map(one -> new Hypothesis(List.of(one)));
        List<Variation> common = all.stream().filter(Variation::common).toList();
        Stream<Hypothesis> pairs = IntStream.range(0, common.size())
                .boxed()
                .flatMap(i -> common.subList(i + 1, common.size()).stream()
                        .filter(other -> canBeBoth(common.get(i), other))
                        .map(other -> new Hypothesis(List.of(common.get(i), other))));
        return Stream.concat(singles, pairs).toList();
    }

    /** Two of a kind exclude each other, and a timestamp that is not signed needs no other form to be told by. */
    private static boolean canBeBoth(Variation one, Variation other) {
        boolean unsigned = one.id().equals("body-only") && other.id().equals("body-timestamp");
        return one.kind() != other.kind() && !unsigned;
    }

    Candidate candidate() {
        Edit[] edits = variations.stream().flatMap(one -> one.edits().stream()).toArray(Edit[]::new);
        return new Candidate(
                id(),
                does(),
                variations.stream().map(one -> one.kind().mend()).distinct().toList(),
                DeliveryPlan.valid().with(edits));
    }

    private String does() {
        return variations.stream().map(Variation::does).collect(Collectors.joining(", and to "));
    }

    private String id() {
        return variations.stream().map(Variation::id).collect(Collectors.joining("-and-", "expects-", ""));
    }
}
