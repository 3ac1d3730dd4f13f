package io.statuspulse.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.Defects;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs the sample classes, which ask it for their receiver. */
final class Bench {
    static final String SECRET = "whsec_bench_current_0123456789";
    static final String PREVIOUS = "whsec_bench_previous_012345678";
    static final String RETIRED = "whsec_bench_retired_0123456789";

    private static final AtomicInteger ASKED = new AtomicInteger();
    private static volatile Supplier<ReceiverUnderTest> receiver = () -> {
        throw new IllegalStateException("no sample is being run");
    };

    private static volatile URI urlOfField = URI.create("http://127.0.0.1:9");

    private Bench() {}

    /** What the samples' receiver() returns. */
    static ReceiverUnderTest receiver() {
        ASKED.incrementAndGet();
        return receiver.get();
    }

    /** The URL that the sample with a field is given late. */
    static URI urlOfField() {
        ASKED.incrementAndGet();
        return urlOfField;
    }

    static void useUrlOfField(URI url) {
        ASKED.set(0);
        urlOfField = url;
    }

    /** How often samples asked since the last run began. */
    static int timesAsked() {
        return ASKED.get();
    }

    static void use(Supplier<ReceiverUnderTest> next) {
        ASKED.set(0);
        receiver = next;
    }

    static BuiltInReceiver correct() {
        return BuiltInReceiver.start(settings());
    }

    static BuiltInReceiver withDefect(String name) {
        return BuiltInReceiver.start(settings().withDefect(Defects.named(name).orElseThrow()));
    }

    private static ReceiverSettings settings() {
        return ReceiverSettings.of(SECRET).withPreviousSecret(PREVIOUS).withRetiredSecrets(List.of(RETIRED));
    }

    /** Runs methods of a sample, or all of it where none is named. */
    static EngineExecutionResults run(ReceiverUnderTest under, Class<?> sample, String... methods) {
        return run(under, Map.of(), sample, methods);
    }

    /** As {@link #run(ReceiverUnderTest, Class, String...)}, with configuration parameters. */
    static EngineExecutionResults run(
            ReceiverUnderTest under, Map<String, String> parameters, Class<?> sample, String... methods) {
        use(() -> under);
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(selectors(sample, methods))
                .execute();
    }

    static DiscoverySelector[] selectors(Class<?> sample, String... methods) {
        return methods.length == 0
                ? new DiscoverySelector[] {selectClass(sample)}
                : Arrays.stream(methods)
                        .map(method -> selectMethod(sample, method))
                        .toArray(DiscoverySelector[]::new);
    }

    /** Runs one method of a sample against a receiver with that defect. */
    static EngineExecutionResults runAgainst(String defect, Class<?> sample, String... methods) {
        try (BuiltInReceiver server = withDefect(defect)) {
            return run(ReceiverUnderTest.at(server.url()).secret(SECRET), sample, methods);
        }
    }
}
