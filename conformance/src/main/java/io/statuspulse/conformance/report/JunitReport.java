package io.statuspulse.conformance.report;

import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** Writes JUnit XML: a test suite for each area, a test case for each scenario. */
final class JunitReport {
    /** No zone, because the vocabulary has none; it is UTC. */
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Report report;
    private final String kitVersion;
    private final XmlPage page;

    private JunitReport(Report report, String kitVersion, XmlPage page) {
        this.report = report;
        this.kitVersion = kitVersion;
        this.page = page;
    }

    static void write(Report raw, String kitVersion, OutputStream out) throws IOException {
        try (XmlPage page = new XmlPage(out)) {
            new JunitReport(Disclosure.of(raw), kitVersion, page).write();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException("the JUnit XML cannot be written: " + e.getMessage(), e);
        }
    }

    private void write() throws XMLStreamException {
        page.open("testsuites");
        page.attribute("name", Kit.NAME);
        page.attribute("time", Words.seconds(report.duration(), 3));
        boolean silentlyIncomplete = report.conclusion() == Conclusion.INCOMPLETE
                && report.results().stream().noneMatch(r -> JunitCase.of(r).isRed());
        boolean told = silentlyIncomplete || report.interrupted().isPresent();
        int extra = told ? 1 : 0;
        page.attribute("tests", report.results().size() + extra);
        page.attribute("failures", count(report.results(), JunitCase.Kind.FAILURE));
        page.attribute("errors", count(report.results(), JunitCase.Kind.ERROR) + extra);
        if (told) {
            incomplete();
        }
        Map<String, List<Result>> areas = report.results().stream()
                .collect(Collectors.groupingBy(r -> r.scenario().area(), LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Result>> area : areas.entrySet()) {
            suite(area.getKey(), area.getValue());
        }
        page.close("testsuites");
    }

    private void suite(String area, List<Result> results) throws XMLStreamException {
        Duration time = results.stream().map(Result::duration).reduce(Duration.ZERO, Duration::plus);
        begin(
                area,
                results.size(),
                count(results, JunitCase.Kind.FAILURE),
                count(results, JunitCase.Kind.ERROR),
                count(results, JunitCase.Kind.SKIPPED),
                time);
        for (Result result : results) {
            testCase(result);
        }
        page.close("testsuite");
    }

    /** Adds a case that did not run, so that a server does not show a run green in which nothing or a part was judged. */
    private void incomplete() throws XMLStreamException {
        String why = report.interrupted()
                .map(reason -> "this report is partial: the run was ended before it was through (" + reason + ")")
                .orElse(Conclusions.words(report));
        begin("run", 1, 0, 1, 0, Duration.ZERO);
        page.open("testcase");
        page.attribute("name", "run/conclusion");
        page.attribute("classname", "statuspulse.run");
        page.attribute("time", Words.seconds(Duration.ZERO, 3));
        page.open("error");
        page.attribute("type", report.interrupted().isPresent() ? "interrupted" : "incomplete");
        page.attribute("message", why);
        page.textAndClose(report.unreachable().orElse(why));
        page.close("testcase");
        page.close("testsuite");
    }

    private void begin(String area, int tests, long failures, long errors, long skipped, Duration time)
            throws XMLStreamException {
        page.open("testsuite");
        page.attribute("name", area);
        page.attribute("tests", tests);
        page.attribute("failures", failures);
        page.attribute("errors", errors);
        page.attribute("skipped", skipped);
        page.attribute("time", Words.seconds(time, 3));
        page.attribute("timestamp", TIMESTAMP.format(report.startedAt()));
        page.open("properties");
        property("kit", Kit.NAME + " " + kitVersion);
        property("target", report.target());
        property("profile", report.profile());
        property("seed", Long.toString(report.seed()));
        property("effects", report.effectsObserved() ? "observed" : "not-observed");
        if (report.interrupted().isPresent()) {
            property("interrupted", "true");
        }
        page.close("properties");
    }

    private void property(String name, String value) throws XMLStreamException {
        page.empty("property");
        page.attribute("name", "statuspulse." + name);
        page.attribute("value", value);
    }

    private void testCase(Result result) throws XMLStreamException {
        JunitCase shown = JunitCase.of(result).because(causes(result));
        page.open("testcase");
        page.attribute("name", result.scenario().id());
        page.attribute("classname", "statuspulse." + result.scenario().area());
        page.attribute("time", Words.seconds(result.duration(), 3));
        if (shown.kind() != JunitCase.Kind.PASS) {
            page.open(shown.kind().element());
            page.attribute("type", result.outcome().label());
            page.attribute("message", shown.message());
            page.textAndClose(shown.text());
        } else if (!shown.text().isEmpty()) {
            page.open("system-out");
            page.textAndClose(shown.text());
        }
        page.close("testcase");
    }

    /** What explains the result, before what was seen of it. */
    private List<String> causes(Result result) {
        return report.diagnosis().stream()
                .filter(finding -> finding.explains().contains(result.scenario().id()))
                .flatMap(finding -> Stream.of(
                        "cause: " + finding.finding(), "seen: " + finding.evidence(), "mend: " + finding.mend()))
                .filter(line -> !line.endsWith(": "))
                .toList();
    }

    private static long count(Collection<Result> results, JunitCase.Kind kind) {
        return results.stream().filter(r -> JunitCase.of(r).kind() == kind).count();
    }
}
