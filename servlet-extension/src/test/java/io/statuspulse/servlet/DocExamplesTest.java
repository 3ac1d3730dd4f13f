package io.statuspulse.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.TagFilter.excludeTags;

import io.statuspulse.conformance.inprocess.InProcessReceiver;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The examples of docs/in-process.md: what is printed there is what is run here. */
@Timeout(240)
class DocExamplesTest {
    private static final Path PAGE = Path.of("..", "docs", "in-process.md");
    private static final Path EXAMPLES = Path.of("src", "test", "java", "com", "example");
    private static final Pattern JAVA = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);

    @Test
    void whatThePagePrintsIsInTheExamples() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String example :
                List.of("MyVerifierTest", "MyThrowingVerifierTest", "MyControllerTest", "VerifierRun", "HandlerRun")) {
            sources.append(squeezed(Files.readString(EXAMPLES.resolve(example + ".java"))));
        }

        List<String> printed = JAVA.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertThat(printed).hasSizeGreaterThanOrEqualTo(4);
        assertThat(printed).allSatisfy(block -> assertThat(sources).contains(squeezed(block)));
    }

    /** Without white space, which a page has less room for. */
    private static String squeezed(String java) {
        return java.replaceAll("\\s", "");
    }

    @Test
    void verifierPasses() {
        assertPasses("com.example.MyVerifierTest", 120);
    }

    @Test
    void verifierThatThrowsPasses() {
        assertPasses("com.example.MyThrowingVerifierTest", 120);
    }

    @Test
    void controllerPasses() {
        assertPasses("com.example.MyControllerTest", 190);
    }

    private static void assertPasses(String testClass, int atLeast) {
        var tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .filters(excludeTags("slow", "heavy"))
                .execute()
                .testEvents();

        assertThat(tests.failed().list()).isEmpty();
        assertThat(tests.succeeded().count()).isGreaterThan(atLeast);
    }

    @Test
    void runWithoutJUnitPasses() throws ReflectiveOperationException {
        Report report = (Report) invoked("com.example.VerifierRun", "run");

        assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(report.target()).isEqualTo("in-process verifier");
    }

    @Test
    void handlerPasses() throws ReflectiveOperationException {
        InProcessReceiver receiver = (InProcessReceiver) invoked("com.example.HandlerRun", "receiver");

        assertThat(Runs.unobserved(receiver).conclusion()).isEqualTo(Conclusion.PASSED);
    }

    /** The examples are as visible as a user's are: to their own package only. */
    private static Object invoked(String className, String name) throws ReflectiveOperationException {
        Method method = Arrays.stream(Class.forName(className).getDeclaredMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        return method.invoke(null, Verification.SECRET);
    }
}
