package io.statuspulse.conformance.waiver;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.simulator.delivery.Printable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The failures that a team lives with for now, in the order in which they are written. Immutable.
 *
 * <p>They change nothing about what is run: {@link #over} lays them over the results.
 */
public final class KnownFailures {
    /** None at all. */
    public static final KnownFailures NONE = new KnownFailures(List.of());

    private final List<Entry> entries;

    private KnownFailures(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Returns these, which messages call {@code entry 1 of the known failures} and so on. */
    public static KnownFailures of(List<KnownFailure> failures) {
        return of(failures, "the known failures");
    }

    /**
     * Returns these.
     *
     * @param source what messages call the whole of them, e.g. the name of a test class
     */
    public static KnownFailures of(List<KnownFailure> failures, String source) {
        return new KnownFailures(IntStream.range(0, failures.size())
                .mapToObj(i -> new Entry(failures.get(i), "entry " + (i + 1) + " of " + Printable.decoded(source)))
                .toList());
    }

    /**
     * Reads a document that keeps to {@link io.statuspulse.schemas.SchemaName#KNOWN_FAILURES}: JSON where the source's
     * name ends in {@code .json}, otherwise YAML. Where its scenarios are is not looked at: see {@link #over}.
     *
     * @param document in UTF-8; read and not kept
     * @param source what messages call it, e.g. the file's name
     * @throws IllegalArgumentException if it cannot be read or breaks the schema; the message, of one line, names the
     *     source, the line, the value and what would be right
     */
    public static KnownFailures read(byte[] document, String source) {
        return new KnownFailures(KnownFailuresFile.read(document, source));
    }

    /**
     * Returns the text of a YAML document that {@link #read} takes, with an entry for each result that failed and is not
     * waived; its reasons say that they are to be replaced.
     */
    public static String draft(Report report) {
        return Draft.of(report);
    }

    /** Returns these and, after them, those. */
    public KnownFailures and(KnownFailures those) {
        return new KnownFailures(
                Stream.concat(entries.stream(), those.entries.stream()).toList());
    }

    /** Returns them in order. */
    public List<KnownFailure> list() {
        return entries.stream().map(Entry::failure).toList();
    }

    /**
     * Returns what they make of the results of a run.
     *
     * @param suite every scenario there is, also those that are not run
     * @param todayUtc the day of the run, in UTC
     * @throws IllegalArgumentException if one names no scenario of the suite (the message tells the nearest ids), if two
     *     name the same, or if one names none that others do not decide on before it
     */
    public Overlay over(List<Scenario> suite, LocalDate todayUtc) {
        return new Overlay(Decisions.of(entries, suite), todayUtc);
    }
}
