package io.statuspulse.junit;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What the console launcher is given, in a process of its own; not named as a test, so that the build does not run it. */
class ConsoleSample implements SecretConformance {
    private static BuiltInReceiver server;

    @BeforeAll
    static void start() {
        String defect = System.getProperty("defect", "");
        server = defect.isEmpty() ? Bench.correct() : Bench.withDefect(defect);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.at(server.url()).secret(Bench.SECRET);
    }

    @ConformanceTest(select = "signature/missing")
    void conforms(ScenarioRun run) {
        run.verify();
    }
}
