package io.statuspulse.conformance.matrix;

import io.statuspulse.conformance.receiver.Defect;
import io.statuspulse.conformance.receiver.Defects;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Which scenarios each defect fails.
 *
 * @param killers by the name of the defect, in the order of {@link Defects#all()}: the ids of the scenarios that failed
 *     or warned, in the order of the suite
 */
record KillMatrix(Map<String, List<String>> killers) {
    private static final Set<Outcome> KILLED = Set.of(Outcome.FAILED, Outcome.WARNED);
    private static final int AT_A_TIME = Runtime.getRuntime().availableProcessors() + 1;

    /** Runs every defect through the whole suite. */
    static KillMatrix compute() {
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            Map<String, Future<List<String>>> running = new LinkedHashMap<>();
            for (Defect defect : Defects.all()) {
                running.put(defect.name(), threads.submit(() -> killed(Bench.against(defect))));
            }
            Map<String, List<String>> killers = new LinkedHashMap<>();
            running.forEach((name, ids) -> killers.put(name, result(name, ids)));
            return new KillMatrix(killers);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> killed(List<Result> results) {
        List<String> suite = Suite.scenarios().stream().map(Scenario::id).toList();
        return results.stream()
                .filter(result -> KILLED.contains(result.outcome()))
                .map(result -> result.scenario().id())
                .sorted(Comparator.comparingInt(suite::indexOf))
                .toList();
    }

    private static List<String> result(String defect, Future<List<String>> ids) {
        try {
            return ids.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + defect, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the suite broke on " + defect, e.getCause());
        }
    }

    /** Reads what {@link #lines()} wrote. */
    static KillMatrix of(List<String> lines) {
        Map<String, List<String>> killers = new LinkedHashMap<>();
        for (String line : lines) {
            String[] columns = line.split("\t", -1);
            killers.put(columns[0], columns[1].isEmpty() ? List.of() : List.of(columns[1].split(",", -1)));
        }
        return new KillMatrix(killers);
    }

    /** One line for each defect: its name, a tab, and the ids with commas between them. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        killers.forEach((defect, ids) -> lines.add(defect + "\t" + String.join(",", ids)));
        return lines;
    }

    List<String> killersOf(String defect) {
        return killers.getOrDefault(defect, List.of());
    }

    /** Returns the defects that a scenario fails, those first that few other scenarios see. */
    List<String> caughtBy(String scenarioId) {
        return killers.entrySet().stream()
                .filter(entry -> entry.getValue().contains(scenarioId))
                .sorted((a, b) ->
                        Integer.compare(a.getValue().size(), b.getValue().size()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
