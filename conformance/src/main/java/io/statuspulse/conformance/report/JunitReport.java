package io.statuspulse.conformance.report;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

    private final RecordedReport report;
    private final XmlPage page;

    private JunitReport(RecordedReport report, XmlPage page) {
        this.report = report;
        this.page = page;
    }

    static void write(RecordedReport report, OutputStream out) throws IOException {
        try (XmlPage page = new XmlPage(out)) {
            new JunitReport(report, page).write();
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
        page.attribute("time", seconds(report.durationMs()));
        boolean silentlyIncomplete = report.conclusion() == Conclusion.INCOMPLETE
                && report.results().stream().noneMatch(r -> JunitCase.of(r).isRed());
        boolean told = silentlyIncomplete || report.interrupted();
        int extra = told ? 1 : 0;
        page.attribute("tests", report.results().size() + extra);
        page.attribute("failures", count(report.results(), JunitCase.Kind.FAILURE));
        page.attribute("errors", count(report.results(), JunitCase.Kind.ERROR) + extra);
        if (told) {
            incomplete();
        }
        Map<String, List<RecordedResult>> areas = report.results().stream()
                .collect(Collectors.groupingBy(RecordedResult::area, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<RecordedResult>> area : areas.entrySet()) {
            suite(area.getKey(), area.getValue());
        }
        page.close("testsuites");
    }

    private void suite(String area, List<RecordedResult> results) throws XMLStreamException {
        BigDecimal time = results.stream().map(RecordedResult::durationMs).reduce(BigDecimal.ZERO, BigDecimal::add);
        begin(
                area,
                results.size(),
                count(results, JunitCase.Kind.FAILURE),
                count(results, JunitCase.Kind.ERROR),
                count(results, JunitCase.Kind.SKIPPED),
                time);
        for (RecordedResult result : results) {
            testCase(result);
        }
        page.close("testsuite");
    }

    /** Adds a case that did not run, so that a server does not show a run green in which nothing or a part was judged. */
    private void incomplete() throws XMLStreamException {
        String why = report.interrupted()
                ? "this report is partial: the run was ended before it was through"
                : report.sentence();
        begin("run", 1, 0, 1, 0, BigDecimal.ZERO);
        page.open("testcase");
        page.attribute("name", "run/conclusion");
        page.attribute("classname", "statuspulse.run");
        page.attribute("time", seconds(BigDecimal.ZERO));
        page.open("error");
        page.attribute("type", report.interrupted() ? "interrupted" : "incomplete");
        page.attribute("message", why);
        page.textAndClose(
                report.interrupted()
                        ? why
                        : report.silence().map(Finding::evidence).orElse(why));
        page.close("testcase");
        page.close("testsuite");
    }

    private void begin(String area, int tests, long failures, long errors, long skipped, BigDecimal time)
            throws XMLStreamException {
        page.open("testsuite");
        page.attribute("name", area);
        page.attribute("tests", tests);
        page.attribute("failures", failures);
        page.attribute("errors", errors);
        page.attribute("skipped", skipped);
        page.attribute("time", seconds(time));
        page.attribute("timestamp", TIMESTAMP.format(report.startedAt()));
        page.open("properties");
        property("kit", report.kit().name() + " " + report.kit().version());
        property("target", report.target());
        property("profile", report.profile());
        property("seed", Long.toString(report.seed()));
        property("effects", report.effects());
        if (report.shard().isPresent()) {
            property("shard", report.shard().get().label());
        }
        if (report.interrupted()) {
            property("interrupted", "true");
        }
        page.close("properties");
    }

    private void property(String name, String value) throws XMLStreamException {
        page.empty("property");
        page.attribute("name", "statuspulse." + name);
        page.attribute("value", value);
    }

    private void testCase(RecordedResult result) throws XMLStreamException {
        JunitCase shown = JunitCase.of(result).because(causes(result));
        page.open("testcase");
        page.attribute("name", result.id());
        page.attribute("classname", "statuspulse." + result.area());
        page.attribute("time", seconds(result.durationMs()));
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
    private List<String> causes(RecordedResult result) {
        return report.diagnosis().stream()
                .filter(finding -> finding.explains().contains(result.id()))
                .flatMap(finding -> Stream.of(
                        "cause: " + finding.finding(), "seen: " + finding.evidence(), "mend: " + finding.mend()))
                .filter(line -> !line.endsWith(": "))
                .toList();
    }

    private static long count(Collection<RecordedResult> results, JunitCase.Kind kind) {
        return results.stream().filter(r -> JunitCase.of(r).kind() == kind).count();
    }

    /** Milliseconds as the vocabulary has time. */
    private static String seconds(BigDecimal millis) {
        return millis.movePointLeft(3).setScale(3, RoundingMode.HALF_UP).toPlainString();
    }
}
