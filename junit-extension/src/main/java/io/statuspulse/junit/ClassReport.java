package io.statuspulse.junit;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.report.Recording;
import io.statuspulse.conformance.report.ReportFormat;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.waiver.Overlay;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The report of one class: each scenario's last result, written after the class. */
final class ClassReport {
    /** What a report calls the selection that JUnit made. */
    static final String PROFILE = "junit";

    private static final List<ReportFormat> FORMATS = List.of(ReportFormat.JSON, ReportFormat.HTML);

    private static final System.Logger LOG = System.getLogger("io.statuspulse.junit");

    /** What a class showed before in this JVM: Surefire runs failed tests again alone, and the report is of all. */
    private static final Map<Path, Map<String, Result>> EARLIER = new ConcurrentHashMap<>();

    private final ReportDirectory directory;
    private final String className;
    private final Set<String> order = new LinkedHashSet<>();
    private final Map<String, Result> results = new LinkedHashMap<>();
    private final AtomicBoolean announced = new AtomicBoolean();
    private Optional<Draft> draft = Optional.empty();

    /**
     * What is being written beside the tests.
     *
     * @param results what it is a report of
     * @param whole whether its parts were written to the end
     */
    private record Draft(List<Result> results, CompletableFuture<Boolean> whole) {}

    private ClassReport(ReportDirectory directory, String className) {
        this.directory = directory;
        this.className = className;
    }

    /**
     * Begins the report of that class; one of an earlier build is deleted, for nobody may take it for this one's.
     *
     * @throws UncheckedIOException if the directory that was asked for cannot be made
     */
    static ClassReport begin(ExtensionContext owner) {
        ClassReport report = new ClassReport(
                ReportDirectory.of(owner), owner.getRequiredTestClass().getName());
        try {
            if (report.directory.chosen()) {
                Files.createDirectories(report.directory.path());
            }
            if (!EARLIER.containsKey(report.json())) {
                for (ReportFormat format : FORMATS) {
                    Files.deleteIfExists(report.file(format));
                }
            }
        } catch (IOException e) {
            report.failed(e);
        }
        return report;
    }

    /** Says which scenarios there may be, in the order in which the report has them. */
    synchronized void expect(List<Scenario> scenarios) {
        scenarios.forEach(scenario -> order.add(scenario.id()));
    }

    synchronized void add(Result result) {
        results.put(result.scenario().id(), result);
    }

    /** Returns where the report will be, the first time. */
    Optional<Path> announce() {
        return announced.compareAndSet(false, true) ? Optional.of(json()) : Optional.empty();
    }

    /**
     * Begins to write what was added so far, in a thread of its own: of tests whose scenarios were sent together nothing but
     * their ends is still to be told. The first time only, as with more to come it is of no use.
     */
    synchronized void draft(Session session, Overlay waivers) {
        if (draft.isEmpty()) {
            List<Result> ordered = ordered(all());
            draft = Optional.of(new Draft(
                    ordered,
                    CompletableFuture.supplyAsync(() -> isWritten(session, waivers, ordered), ClassReport::beside)));
        }
    }

    private static void beside(Runnable work) {
        Thread thread = new Thread(work, "statuspulse-report");
        thread.setDaemon(true);
        thread.start();
    }

    /** What keeps a draft from being written is told when the report is. */
    private boolean isWritten(Session session, Overlay waivers, List<Result> ordered) {
        try {
            writeParts(session, waivers, ordered);
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /**
     * Writes what was added, and says where.
     *
     * @return a sentence for each of the known failures that are none any more, as only the whole class shows
     * @throws UncheckedIOException if it cannot be written to the directory that was asked for
     */
    synchronized List<String> write(Session session, Overlay waivers) {
        if (results.isEmpty()) {
            return List.of();
        }
        boolean first = !EARLIER.containsKey(json());
        Map<String, Result> all = all();
        EARLIER.put(json(), Collections.unmodifiableMap(all));
        List<Result> ordered = ordered(all);
        try {
            // Waited for in any case: another draft would be written into the same parts.
            boolean drafted = draft.filter(d -> d.whole.join() && d.results.equals(ordered))
                    .isPresent();
            if (!drafted) {
                writeParts(session, waivers, ordered);
            }
            for (ReportFormat format : FORMATS) {
                move(part(format), file(format));
            }
            if (first) {
                LOG.log(System.Logger.Level.INFO, () -> "StatusPulse report of " + className + ": " + json());
            }
        } catch (IOException e) {
            failed(e);
        } finally {
            dropParts();
        }
        return waivers.stale(ordered);
    }

    private Map<String, Result> all() {
        Map<String, Result> all = new LinkedHashMap<>(EARLIER.getOrDefault(json(), Map.of()));
        all.putAll(results);
        return all;
    }

    private List<Result> ordered(Map<String, Result> all) {
        return Stream.concat(order.stream(), all.keySet().stream())
                .distinct()
                .flatMap(id -> Stream.ofNullable(all.get(id)))
                .toList();
    }

    /** Beside first, and then moved, so that nobody sees half of it. */
    private void writeParts(Session session, Overlay waivers, List<Result> ordered) throws IOException {
        Report report = waivers.apply(session.report(PROFILE, ordered));
        Files.createDirectories(directory.path());
        RecordedReport recorded = Recording.of(report); // Once for both: to redact it takes longest.
        for (ReportFormat format : FORMATS) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part(format)))) {
                format.write(recorded, out);
            }
        }
    }

    /** What was not moved is half of a report, or one that nobody would look for. */
    private void dropParts() {
        try {
            for (ReportFormat format : FORMATS) {
                Files.deleteIfExists(part(format));
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a part of the StatusPulse report of " + className + " stays", e);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Nobody's build fails for a report that nobody asked for. */
    private void failed(IOException e) {
        String message = "the StatusPulse report of " + className + " cannot be written to '" + directory.path() + "' ("
                + e.getClass().getSimpleName() + ")";
        if (directory.chosen()) {
            throw new UncheckedIOException(ReportDirectory.PARAMETER + ": " + message, e);
        }
        LOG.log(System.Logger.Level.WARNING, message, e);
    }

    private Path json() {
        return file(ReportFormat.JSON);
    }

    private Path part(ReportFormat format) {
        Path file = file(format);
        return file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    private Path file(ReportFormat format) {
        return directory.path().resolve(className + "." + format.label());
    }
}
