package io.statuspulse.conformance.matrix;

import io.statuspulse.conformance.diagnosis.Patterns;
import io.statuspulse.conformance.receiver.Defect;
import io.statuspulse.conformance.receiver.Defects;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Finding;
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
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which scenarios each defect fails.
 *
 * @param killers by the name of the defect, in the order of {@link Defects#all()}: the ids of the scenarios that failed
 *     or warned, in the order of the suite
 */
record KillMatrix(Map<String, List<String>> killers) {
    private static final Set<Outcome> KILLED = Set.of(Outcome.FAILED, Outcome.WARNED);
    private static final int EVERY = Integer.getInteger("matrix.every", 1);
    private static final int AT_A_TIME = Runtime.getRuntime().availableProcessors() + 1;

    /**
     * What came of one defect, without the exchanges of its run.
     *
     * @param killers the ids of the scenarios that failed or warned, in the order of the suite
     * @param findings what they were explained by
     */
    record Diagnosed(List<String> killers, List<Finding> findings) {

        static Diagnosed of(List<Result> results) {
            List<String> suite = Suite.scenarios().stream().map(Scenario::id).toList();
            List<Result> inOrder = results.stream()
                    .sorted(Comparator.comparingInt(
                            result -> suite.indexOf(result.scenario().id())))
                    .toList();
            List<String> killers = inOrder.stream()
                    .filter(result -> KILLED.contains(result.outcome()))
                    .map(result -> result.scenario().id())
                    .toList();
            return new Diagnosed(killers, Patterns.among(inOrder));
        }

        List<String> findingIds() {
            return findings.stream().map(Finding::id).toList();
        }

        /** Returns what is explained, as often as it is. */
        List<String> explained() {
            return findings.stream()
                    .flatMap(finding -> finding.explains().stream())
                    .toList();
        }
    }

    /** Returns the defects that are run: all of them, or with {@code -Dmatrix.every=N} only each Nth. */
    static List<Defect> chosen() {
        List<Defect> all = Defects.all();
        return IntStream.range(0, all.size())
                .filter(number -> number % EVERY == 0)
                .mapToObj(all::get)
                .toList();
    }

    static boolean isWhole() {
        return EVERY == 1;
    }

    /** Runs these defects through the whole suite. */
    static Map<String, Diagnosed> compute() {
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            Map<String, Future<Diagnosed>> running = new LinkedHashMap<>();
            for (Defect defect : chosen()) {
                running.put(defect.name(), threads.submit(() -> Diagnosed.of(Bench.against(defect))));
            }
            Map<String, Diagnosed> all = new LinkedHashMap<>();
            running.forEach((name, future) -> all.put(name, result(name, future)));
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    static KillMatrix killers(Map<String, Diagnosed> all) {
        return of(all, Diagnosed::killers);
    }

    static KillMatrix findings(Map<String, Diagnosed> all) {
        return of(all, Diagnosed::findingIds);
    }

    private static KillMatrix of(Map<String, Diagnosed> all, Function<Diagnosed, List<String>> ids) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        all.forEach((name, diagnosed) -> table.put(name, ids.apply(diagnosed)));
        return new KillMatrix(table);
    }

    private static Diagnosed result(String defect, Future<Diagnosed> diagnosed) {
        try {
            return diagnosed.get();
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
