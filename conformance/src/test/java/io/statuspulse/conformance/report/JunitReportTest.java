package io.statuspulse.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

class JunitReportTest {
    static Stream<Report> reports() {
        return JsonReportTest.reports();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void every_report_keeps_to_the_vocabulary(Report report) throws Exception {
        validate(Written.junit(report));
    }

    @Test
    void an_interrupted_run_is_red_although_all_that_finished_passed() throws IOException {
        Report report = Reports.interrupted(Reports.of(List.of(Results.passed(Scenarios.accepted()))));

        assertThat(new String(Written.junit(report), StandardCharsets.UTF_8))
                .contains("errors=\"1\"", "name=\"run/conclusion\"", "type=\"interrupted\"", "this report is partial");
    }

    @Test
    void the_vocabulary_can_say_no() throws Exception {
        String right = new String(Written.junit(Reports.mixed()), StandardCharsets.UTF_8);
        for (String wrong : List.of(
                right.replaceFirst("skipped=\"[0-9]+\"", ""),
                right.replaceFirst("time=\"0\\.", "time=\"0,"),
                right.replaceFirst("<system-out>", "<output>").replaceFirst("</system-out>", "</output>"),
                right.replaceFirst("<testsuites name", "<testsuites hostname=\"a\" name"))) {
            assertThat(wrong).isNotEqualTo(right);
            assertThatThrownBy(() -> validate(wrong.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(SAXException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void the_counts_are_those_of_the_elements(Report report) throws Exception {
        byte[] xml = Written.junit(report);
        for (String suite : List.of("/testsuites", "/testsuites/testsuite")) {
            assertThat(value(xml, "sum(" + suite + "/@tests)")).isEqualTo(value(xml, "count(//testcase)"));
            assertThat(value(xml, "sum(" + suite + "/@failures)")).isEqualTo(value(xml, "count(//failure)"));
            assertThat(value(xml, "sum(" + suite + "/@errors)")).isEqualTo(value(xml, "count(//error)"));
        }
        assertThat(value(xml, "sum(//testsuite/@skipped)")).isEqualTo(value(xml, "count(//skipped)"));
    }

    @Test
    void each_outcome_has_its_element() throws Exception {
        byte[] xml = Written.junit(Reports.mixed());

        assertThat(elementsOf(xml, "acceptance/plain")).isEmpty();
        assertThat(elementsOf(xml, "signature/missing")).isEqualTo("failure");
        assertThat(elementsOf(xml, "signature/short")).isEqualTo("failure");
        assertThat(elementsOf(xml, "timestamp/an-hour-ago")).isEqualTo("error");
        assertThat(elementsOf(xml, "signature/upper-case")).isEqualTo("skipped");
        assertThat(elementsOf(xml, "rotation/retired")).isEqualTo("skipped");
        assertThat(elementsOf(xml, "limits/large")).isEqualTo("system-out");
        assertThat(elementsOf(xml, "tampering/method")).isEqualTo("system-out");
    }

    @Test
    void what_a_receiver_answers_adds_no_element_and_reads_back_as_it_was_shown() throws Exception {
        byte[] xml = Written.junit(Reports.mixed());

        assertThat(value(xml, "count(//script)")).isEqualTo("0");
        assertThat(value(xml, "//testcase[@name='signature/missing']/failure"))
                .contains("]]> <script>alert(1)</script> &amp; \" '")
                .contains("\\x00 \\x9b31m \\u202e \u00fc\u4e2d\ud83d\ude00 \\ufffe\\nline two [secret]");
        assertThat(value(xml, "//testcase[@name='signature/missing']/failure/@message"))
                .contains("]]> <script>alert(1)</script> &amp; \" '");
    }

    @Test
    void a_run_in_which_nothing_was_judged_is_not_green() throws Exception {
        List<Report> silent = List.of(
                Reports.of(List.of()),
                Reports.unreachable("connection refused", List.of()),
                Reports.of(List.of(Results.notApplicable(Scenarios.retired(), "no previous secret is configured"))));
        for (Report report : silent) {
            assertThat(value(Written.junit(report), "count(//error)")).isEqualTo("1");
        }
        Report judged = Reports.of(List.of(Results.passed(Scenarios.accepted())));
        assertThat(value(Written.junit(judged), "count(//error)"))
                .as("control: one that was judged")
                .isEqualTo("0");
    }

    @Test
    void what_is_waived_without_a_reason_still_says_why_it_is_skipped() throws Exception {
        Report report =
                Reports.of(List.of(Results.with(Outcome.WAIVED, Results.failed(Scenarios.missing(), "200 OK"))));

        assertThat(value(Written.junit(report), "//skipped/@message")).isEqualTo("known to fail");
    }

    private static String elementsOf(byte[] xml, String id) throws Exception {
        return value(xml, "name(//testcase[@name='" + id + "']/*)");
    }

    private static String value(byte[] xml, String path) throws Exception {
        var document =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        return XPathFactory.newDefaultInstance().newXPath().evaluate(path, document);
    }

    private static void validate(byte[] xml) throws SAXException, IOException {
        Validator validator = SchemaFactory.newDefaultInstance()
                .newSchema(Objects.requireNonNull(JunitReportTest.class.getResource("/report/junit-vocabulary.xsd")))
                .newValidator();
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
    }
}
