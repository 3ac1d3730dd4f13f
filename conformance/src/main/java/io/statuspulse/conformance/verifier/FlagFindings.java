package io.statuspulse.conformance.verifier;

import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.conformance.verifier.Answer.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What failed, by what it has in common: a verifier that gives one answer to everything, or else the flags. Each failure is
 * explained once, by the flag of which most fails in that way.
 */
final class FlagFindings {
    /** The ways in which answers are wrong. */
    private enum Wrong {
        ACCEPTS("accepts what it must reject"),
        REJECTS("rejects what it must accept"),
        BREAKS("breaks down on");

        private final String words;

        Wrong(String words) {
            this.words = words;
        }
    }

    /** What fails in one way, of what has one flag. */
    private record Cause(VectorFlag flag, Wrong wrong, List<Vector> failed, int all) {
        double share() {
            return (double) failed.size() / all;
        }
    }

    private static final int EXAMPLES = 3;

    private final List<Vector> vectors;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>();

    private FlagFindings(List<Vector> vectors, List<Result> results, Replies replies) {
        this.vectors = vectors;
        for (int i = 0; i < vectors.size(); i++) {
            boolean failed = results.get(i).verdict() instanceof Verdict.Failed;
            if (failed && results.get(i).outcome() != Outcome.OBSERVED) {
                wrong.put(vectors.get(i).id(), wrong(replies.of(vectors.get(i).question())));
            }
        }
    }

    private static Wrong wrong(Reply reply) {
        if (!(reply instanceof Reply.Answered answered)) {
            return Wrong.BREAKS;
        }
        return switch (answered.said()) {
            case ACCEPT -> Wrong.ACCEPTS;
            case REJECT -> Wrong.REJECTS;
            case ERROR -> Wrong.BREAKS;
        };
    }

    /** Returns what explains failures; {@code results} are the vectors', in their order. */
    static List<Finding> of(List<Vector> vectors, List<Result> results, Replies replies) {
        FlagFindings findings = new FlagFindings(vectors, results, replies);
        return findings.sameAnswer(replies).map(List::of).orElseGet(findings::byFlag);
    }

    /** Among the replies are those to a plain genuine delivery and to one with a made-up signature, whatever is selected. */
    private Optional<Finding> sameAnswer(Replies replies) {
        Set<Said> said = new HashSet<>();
        for (Reply reply : replies.byId().values()) {
            if (!(reply instanceof Reply.Answered answered)) {
                return Optional.empty();
            }
            said.add(answered.said());
        }
        if (said.size() != 1 || wrong.isEmpty()) {
            return Optional.empty();
        }
        Said only = said.iterator().next();
        String mend = switch (only) {
            case ACCEPT -> "See that what the verifier returns, or throws, becomes reject.";
            case REJECT ->
                "See that it gets the secrets, the clock and the raw body of each request, and the headers by any spelling"
                        + " of their names; then compare what it signs with REQ-SIG-1.";
            case ERROR -> "Read its message: it may not get what it is given at all.";
        };
        return Optional.of(new Finding(
                "verifier-same-answer-to-everything",
                "The verifier says " + only.label() + " to everything.",
                replies.byId().size() + " of " + replies.byId().size()
                        + " requests, a plain genuine one and a signature of 64 zeros among them",
                mend,
                List.copyOf(wrong.keySet())));
    }

    private List<Finding> byFlag() {
        List<Finding> findings = new ArrayList<>();
        Set<String> explained = new HashSet<>();
        while (true) {
            Optional<Cause> next = causes(explained).stream()
                    .max(Comparator.comparingDouble(Cause::share)
                            .thenComparingInt(cause -> cause.failed().size()));
            if (next.isEmpty()) {
                return findings;
            }
            findings.add(finding(next.get()));
            next.get().failed().forEach(vector -> explained.add(vector.id()));
        }
    }

    /** Returns the causes of what is not explained, the first flag of a vector's list before its others. */
    private List<Cause> causes(Set<String> explained) {
        Map<VectorFlag, Integer> all = new LinkedHashMap<>();
        Map<VectorFlag, Map<Wrong, List<Vector>>> failed = new LinkedHashMap<>();
        for (Vector vector : vectors) {
            vector.flags().forEach(flag -> all.merge(flag, 1, Integer::sum));
            Wrong way = wrong.get(vector.id());
            if (way != null && !explained.contains(vector.id())) {
                vector.flags()
                        .forEach(flag -> failed.computeIfAbsent(flag, f -> new LinkedHashMap<>())
                                .computeIfAbsent(way, w -> new ArrayList<>())
                                .add(vector));
            }
        }
        List<Cause> causes = new ArrayList<>();
        failed.forEach((flag, ways) ->
                ways.forEach((way, members) -> causes.add(new Cause(flag, way, members, all.getOrDefault(flag, 1)))));
        return causes;
    }

    private static Finding finding(Cause cause) {
        String name = cause.flag().name();
        String examples =
                cause.failed().stream().limit(EXAMPLES).map(Vector::id).collect(Collectors.joining(", "));
        return new Finding(
                "verifier-" + cause.wrong().name().toLowerCase(Locale.ROOT) + "-" + kebab(name),
                "The verifier " + cause.wrong().words + " (" + name + "): "
                        + cause.flag().description(),
                cause.failed().size() + " of " + cause.all() + " vectors with that flag, such as " + examples,
                cause.flag().effect(),
                cause.failed().stream().map(Vector::id).toList());
    }

    /** Returns e.g. {@code not-utf-8} for {@code NotUtf8}. */
    private static String kebab(String pascal) {
        return pascal.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
