package io.statuspulse.junit;

import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;

/** Test classes as users write them; run by the tests of this module, not by the build. */
final class Samples {
    private Samples() {}

    static class Whole implements StatusPulseConformance {
        @Override
        public ReceiverUnderTest receiver() {
            return Bench.receiver();
        }
    }

    static class OneArea implements SecretConformance {
        @Override
        public ReceiverUnderTest receiver() {
            return Bench.receiver();
        }
    }

    @TestInstance(PER_CLASS)
    static class OneInstance implements SecretConformance {
        @Override
        public ReceiverUnderTest receiver() {
            return Bench.receiver();
        }
    }

    /** Notes in which threads its tests ran. */
    @Execution(CONCURRENT)
    static class Concurrent implements SecretConformance, SchemaConformance {
        static final Set<String> THREADS = ConcurrentHashMap.newKeySet();

        @Override
        public ReceiverUnderTest receiver() {
            return Bench.receiver();
        }

        @AfterEach
        void noteThread() {
            THREADS.add(Thread.currentThread().getName());
        }
    }

    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    static class Preemptive implements SecretConformance {
        @Override
        public ReceiverUnderTest receiver() {
            return Bench.receiver();
        }
    }

    abstract static class Base implements ReceiverProvider {
        @Override
        public ReceiverUnderTest receiver() {
            return Bench.receiver();
        }
    }

    static class Inherited extends Base implements SecretConformance {}

    interface OurReceiver extends ReceiverProvider {
        @Override
        default ReceiverUnderTest receiver() {
            return Bench.receiver();
        }
    }

    static class ByInterface implements OurReceiver, SecretConformance {}

    /** Its nested classes share its receiver, or bring one. */
    static class Outer extends Base implements SecretConformance {
        @Nested
        class Shares implements RotationConformance {}

        @Nested
        class BringsItsOwn implements RawBodyConformance {
            @Override
            public ReceiverUnderTest receiver() {
                return Bench.receiver();
            }
        }

        @Nested
        class OfTheUser {
            @Test
            void something_else() {}
        }
    }

    static class ByField implements SecretConformance {
        @RegisterExtension
        static final StatusPulseExtension STATUS_PULSE = StatusPulseExtension.of(
                ReceiverUnderTest.at(() -> Bench.urlOfField()).secret(Bench.SECRET));

        @Nested
        class Within implements RotationConformance {}
    }

    /** Replaces a scenario, and calls it from a test of its own. */
    static class Overriding extends Base implements SecretConformance {
        @Override
        @Test
        public void secret_empty() {
            SecretConformance.super.secret_empty();
        }

        @Test
        void all_that_matters_to_us() {
            secret_placeholder();
        }
    }

    static class StartsTheReceiverItself implements SecretConformance {
        private static boolean stopped;
        private boolean ready;

        @BeforeEach
        void becomeReady() {
            ready = true;
        }

        @AfterAll
        static void stop() {
            stopped = true;
        }

        @Override
        public ReceiverUnderTest receiver() {
            if (!ready || stopped) {
                throw new IllegalStateException("asked too early or too late");
            }
            return Bench.receiver();
        }
    }

    // What follows is wrong.

    static class NoReceiver implements SecretConformance {}

    static class ReceiverInField implements SecretConformance {
        @RegisterExtension
        final StatusPulseExtension statusPulse = StatusPulseExtension.of(
                ReceiverUnderTest.at("http://127.0.0.1:9").secret(Bench.SECRET));
    }

    static class TwoReceivers extends Base implements SecretConformance {
        @RegisterExtension
        static final StatusPulseExtension STATUS_PULSE = StatusPulseExtension.of(
                ReceiverUnderTest.at("http://127.0.0.1:9").secret(Bench.SECRET));
    }

    static class TwoFields implements SecretConformance {
        @RegisterExtension
        static final StatusPulseExtension ONE = StatusPulseExtension.of(
                ReceiverUnderTest.at("http://127.0.0.1:9").secret(Bench.SECRET));

        @RegisterExtension
        static final StatusPulseExtension OTHER = StatusPulseExtension.of(
                ReceiverUnderTest.at("http://127.0.0.1:10").secret(Bench.SECRET));
    }

    static class NoArea extends Base {
        @Test
        void looks_tested() {}
    }

    static class NoAreaByField {
        @RegisterExtension
        static final StatusPulseExtension STATUS_PULSE = StatusPulseExtension.of(
                ReceiverUnderTest.at("http://127.0.0.1:9").secret(Bench.SECRET));

        @Test
        void looks_tested() {}
    }
}
