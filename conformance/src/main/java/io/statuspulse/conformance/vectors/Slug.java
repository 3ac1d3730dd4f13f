package io.statuspulse.conformance.vectors;

import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.event.EventType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names made of what they name, so that they stay when a list is reordered. */
final class Slug {
    /** As many as tell the trials of a scenario apart. */
    private static final int MOST_WORDS = 6;

    private Slug() {}

    /** What distinguishes a plan: its event, where that is no status_change, and its edits. */
    static String of(DeliveryPlan plan) {
        Stream<String> base = plan.base() instanceof DeliveryPlan.Base.Generated generated
                        && generated.type() != EventType.STATUS_CHANGE
                ? Stream.of(generated.type().name().toLowerCase(Locale.ROOT))
                : Stream.empty();
        List<String> words = Stream.concat(base, plan.edits().stream().map(Edit::print))
                .map(Slug::of)
                .toList();
        return words.isEmpty() ? "plain" : String.join("-and-", words);
    }

    static String of(String printed) {
        String spelt = printed.replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .replaceAll("(?<![A-Za-z0-9])-(?=[A-Z0-9])", " minus ")
                .replace(",]", " comma ")
                .replaceAll("=\\]", " equals ")
                .replaceAll("(?<=[0-9a-z}])\\.", " dot ")
                .replace("+", " plus ")
                .replaceAll("[^\\x00-\\x7f]", " x ");
        return Stream.of(spelt.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .collect(Collectors.joining("-"));
    }
}
