package io.statuspulse.servlet;

import static io.statuspulse.servlet.Runs.killers;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.inprocess.InProcessReceiver;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.core.SpringVersion;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

@Timeout(120)
class MockMvcReceiverTest {

    @Test
    void isTestedOnTheSpringThatItIsSaidToBe() {
        assertThat(SpringVersion.getVersion()).isEqualTo(System.getProperty("it.spring.version"));
    }

    @Test
    void correctControllerPassesAllThatIsApplicable() {
        Controllers.Correct controller = new Controllers.Correct();

        Report report = Runs.of(behind(controller), controller.events);

        assertThat(killers(report)).isEmpty();
        assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(report.effectsObserved()).isTrue();
        assertThat(report.count(Outcome.INCONCLUSIVE)).isZero();
        assertThat(report.count(Outcome.PASSED)).isGreaterThan(190);
        assertThat(report.diagnosis()).isEmpty();
        assertThat(Runs.reason(report, "http/trace")).contains("the servlet container");
        assertThat(Runs.reason(report, "http/options")).contains("standaloneSetup");
        assertThat(Runs.reason(report, "http/pipelined")).startsWith("within a process");
        assertThat(Runs.reason(report, "tls/1.2")).startsWith("within a process");
    }

    @Test
    void applicationContextAnswersPreflightsToo() {
        try (GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext())) {
            AnnotatedBeanDefinitionReader beans = new AnnotatedBeanDefinitionReader(context);
            beans.register(WebMvc.class);
            context.registerBean(Controllers.Correct.class);
            context.refresh();

            Report report = Runs.of(
                    MockMvcReceiver.of(
                            Controllers.PATH,
                            MockMvcBuilders.webAppContextSetup(context).build()),
                    context.getBean(Controllers.Correct.class).events);

            assertThat(killers(report)).isEmpty();
            assertThat(Runs.outcome(report, "http/options")).isEqualTo(Outcome.PASSED);
        }
    }

    @EnableWebMvc
    static class WebMvc {}

    @Test
    void whatIsAnsweredLaterIsWaitedFor() {
        Controllers.CorrectByCallable callable = new Controllers.CorrectByCallable();
        Controllers.CorrectByFuture future = new Controllers.CorrectByFuture();

        assertThat(killers(Runs.of(behind(callable), callable.events))).isEmpty();
        assertThat(killers(Runs.of(behind(future), future.events))).isEmpty();
    }

    @Test
    void bodyInAnotherCharsetIsFound() {
        Controllers.BodyAsLatin1 controller = new Controllers.BodyAsLatin1();

        Report report = Runs.of(behind(controller), controller.events);

        assertThat(killers(report)).contains("raw-body/non-ascii", "raw-body/supplementary-plane");
        assertThat(killers(report)).doesNotContain("raw-body/pretty-printed", "signature/wrong", "timestamp/hour-old");
    }

    @Test
    void bodyTakenForTextIsFound() {
        Controllers.BodyAsText controller = new Controllers.BodyAsText();

        assertThat(killers(Runs.of(behind(controller), controller.events)))
                .contains("tampering/invalid-utf-8-swapped")
                .doesNotContain("raw-body/non-ascii");
    }

    @Test
    void bodyWrittenAgainIsFound() {
        Controllers.BodyWrittenAgain controller = new Controllers.BodyWrittenAgain();

        Report report = Runs.of(behind(controller), controller.events);

        assertThat(killers(report))
                .contains("raw-body/pretty-printed", "tampering/whitespace-added", "raw-body/reordered-keys");
        assertThat(report.diagnosis()).isNotEmpty();
    }

    @Test
    void firstReadTakenForTheWholeBodyIsFound() {
        Controllers.FirstRead controller = new Controllers.FirstRead();

        assertThat(killers(Runs.of(behind(controller), controller.events)))
                .containsExactly("raw-body/64-kib", "raw-body/256-kib");
    }

    @Test
    void unresolvedExceptionIsA500ThatNamesWhatWasThrown() {
        Controllers.Throwing controller = new Controllers.Throwing();

        Report report = Runs.of(behind(controller), controller.events);

        assertThat(killers(report)).contains("signature/not-hex", "signature/non-ascii");
        assertThat(killers(report)).doesNotContain("signature/wrong", "signature/missing");
        assertThat(Runs.facts(report, "signature/not-hex"))
                .contains("500")
                .contains("threw java.lang.NumberFormatException at Controllers.java:");
    }

    @Test
    void aForwardIsNoAnswer() {
        Report report = Runs.of(behind(new Controllers.View()), new Events());

        assertThat(report.conclusion()).isEqualTo(Conclusion.FAILED);
        assertThat(Runs.facts(report, "acceptance/status-change"))
                .contains("forwarded to /taken.html, which only a container follows");
    }

    private static InProcessReceiver behind(Object controller) {
        return MockMvcReceiver.of(
                Controllers.PATH, MockMvcBuilders.standaloneSetup(controller).build());
    }
}
