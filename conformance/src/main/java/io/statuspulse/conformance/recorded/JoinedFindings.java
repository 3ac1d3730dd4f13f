package io.statuspulse.conformance.recorded;

import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Shard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the shards of a run found, each once. */
final class JoinedFindings {
    private JoinedFindings() {}

    /** Returns one for each id, those first that are first in a shard; what each explains in the order of {@code ids}. */
    static List<Finding> of(List<RecordedReport> shards, List<String> ids) {
        Map<String, List<Finding>> byId = new LinkedHashMap<>();
        int most = shards.stream()
                .mapToInt(shard -> shard.diagnosis().size())
                .max()
                .orElse(0);
        for (int rank = 0; rank < most; rank++) {
            for (RecordedReport shard : shards) {
                if (rank < shard.diagnosis().size()) {
                    Finding finding = told(shard, shard.diagnosis().get(rank), shards);
                    byId.computeIfAbsent(finding.id(), id -> new ArrayList<>()).add(finding);
                }
            }
        }
        return byId.values().stream().map(same -> joined(same, ids)).toList();
    }

    /** A receiver that fell silent did so in that shard: others may have judged it. */
    private static Finding told(RecordedReport shard, Finding finding, Collection<RecordedReport> all) {
        boolean silent = shard.silence().filter(finding::equals).isPresent();
        if (!silent || all.stream().allMatch(other -> other.silence().isPresent())) {
            return finding;
        }
        String label = shard.shard().map(Shard::label).orElse("");
        return new Finding(
                finding.id(),
                "Shard " + label + ": " + finding.finding(),
                finding.evidence(),
                finding.mend(),
                finding.explains());
    }

    private static Finding joined(List<Finding> same, List<String> ids) {
        Finding first = same.get(0);
        Set<String> explained = new HashSet<>();
        same.forEach(finding -> explained.addAll(finding.explains()));
        return new Finding(
                first.id(),
                words(same, Finding::finding, " "),
                words(same, Finding::evidence, "; "),
                first.mend(),
                ids.stream().filter(explained::contains).toList());
    }

    private static String words(List<Finding> findings, Function<Finding, String> part, String between) {
        return findings.stream()
                .map(part)
                .filter(words -> !words.isBlank())
                .distinct()
                .collect(Collectors.joining(between));
    }
}
