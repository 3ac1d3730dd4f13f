package io.statuspulse.conformance.ci;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The workflow commands that make GitHub Actions show a run's failures beside its log. */
public final class GithubAnnotations {
    /** GitHub shows so many of each kind for a step, and drops the rest in silence. */
    private static final int MOST = 10;

    private static final int MOST_WORDS = 800;

    private GithubAnnotations() {}

    /**
     * Returns the commands, a line each: what is found before what failed, then what is a warning, and how many there was no
     * room for. A run in which all is well gives none.
     *
     * @param source the receiver's source file, relative to its repository; empty where annotations belong to no file
     */
    public static List<String> of(RecordedReport report, Optional<String> source) {
        List<String> errors = new ArrayList<>();
        if (report.conclusion() == Conclusion.INCOMPLETE && report.silence().isEmpty()) {
            errors.add(command("error", "StatusPulse webhooks: incomplete", report.sentence(), source));
        }
        for (Finding finding : report.diagnosis()) {
            String mend = finding.mend().lines().findFirst().orElse("");
            errors.add(command(
                    "error", finding.finding(), finding.evidence() + (mend.isEmpty() ? "" : " Mend: " + mend), source));
        }
        List<String> warnings = new ArrayList<>();
        for (RecordedResult result : Texts.failures(report)) {
            boolean warning = result.outcome() == Outcome.WARNED;
            (warning ? warnings : errors)
                    .add(command(
                            warning ? "warning" : "error",
                            result.id() + " (" + result.level() + ", " + result.requirement() + ")",
                            result.title() + ": " + Texts.difference(result, MOST_WORDS),
                            source));
        }
        Texts.staleWaivers(report)
                .forEach(result -> errors.add(command(
                        "error",
                        result.id() + " (waived)",
                        "It is waived, but it passed: take its waiver out.",
                        source)));
        List<String> commands = new ArrayList<>(errors.subList(0, Math.min(MOST, errors.size())));
        commands.addAll(warnings.subList(0, Math.min(MOST, warnings.size())));
        int more = errors.size() + warnings.size() - commands.size();
        if (more > 0) {
            commands.add(command(
                    "notice",
                    "StatusPulse webhooks",
                    more + " more than are shown here: the log of this step has all of them.",
                    source));
        }
        return List.copyOf(commands);
    }

    private static String command(String kind, String title, String message, Optional<String> source) {
        String file = source.map(path -> "file=" + property(path) + ",line=1,").orElse("");
        return "::" + kind + " " + file + "title=" + property(Texts.line(title, MOST_WORDS)) + "::"
                + data(Texts.line(message.strip(), MOST_WORDS));
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
