package io.statuspulse.junit;

import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.statuspulse.conformance.suite.Profile;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;

/** Test classes with {@link ConformanceTest} methods as users write them; run by the tests of this module. */
final class Templates {
    private Templates() {}

    abstract static class Base implements ReceiverProvider {
        @Override
        public ReceiverUnderTest receiver() {
            return Bench.receiver();
        }
    }

    static class Quick extends Base {
        @ConformanceTest(profile = Profile.QUICK)
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    static class Usual extends Base {
        @ConformanceTest
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    static class Chosen extends Base {
        @ConformanceTest(
                select = {"secret/*", "signature/missing"},
                exclude = "secret/empty")
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    static class Missing extends Base {
        @ConformanceTest(select = "signature/missing")
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    static class Forgets extends Base {
        @ConformanceTest(select = "signature/missing")
        void conforms(ScenarioRun run) {
            run.scenario();
        }
    }

    static class TakesNothing extends Base {
        @ConformanceTest(select = "signature/missing")
        void conforms() {}
    }

    static class Swallows extends Base {
        @ConformanceTest(select = "signature/missing")
        void conforms(ScenarioRun run) {
            try {
                run.verify();
            } catch (AssertionError ignored) {
                // What users must not get away with by mistake.
            }
        }
    }

    static class VerifiesTwice extends Base {
        @ConformanceTest(select = "signature/missing")
        void conforms(ScenarioRun run) {
            run.verify();
            run.verify();
        }
    }

    static class FailsByItself extends Base {
        @ConformanceTest(select = "signature/missing")
        void conforms(ScenarioRun run) {
            throw new IllegalStateException("not ready for " + run);
        }
    }

    static class ByField {
        @RegisterExtension
        static final StatusPulseExtension STATUS_PULSE = StatusPulseExtension.of(
                ReceiverUnderTest.at(() -> Bench.urlOfField()).secret(Bench.SECRET));

        @ConformanceTest(select = "signature/missing")
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    abstract static class AbstractTest extends Base {
        @ConformanceTest(select = "signature/missing")
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    static class Concrete extends AbstractTest {}

    static class Outer extends Base {
        @Nested
        class Shares {
            @ConformanceTest(select = "signature/missing")
            void conforms(ScenarioRun run) {
                run.verify();
            }
        }

        @Nested
        class BringsItsOwn extends Base {
            @ConformanceTest(select = "signature/missing")
            void conforms(ScenarioRun run) {
                run.verify();
            }
        }
    }

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ConformanceTest(select = "signature/missing")
    @interface OurRules {}

    static class Composed extends Base {
        @OurRules
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    /** Notes in which threads its tests ran. */
    @Execution(CONCURRENT)
    static class Concurrent extends Base {
        static final Set<String> THREADS = ConcurrentHashMap.newKeySet();

        @ConformanceTest(select = {"secret", "schema"})
        void conforms(ScenarioRun run) {
            THREADS.add(Thread.currentThread().getName());
            run.verify();
        }
    }

    // What follows is wrong.

    static class Misspelt extends Base {
        @ConformanceTest(select = "signatur/missing")
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    static class Empty extends Base {
        @ConformanceTest(profile = Profile.QUICK, select = "heavy")
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    static class TwoProfiles extends Base {
        @ConformanceTest(profile = {Profile.QUICK, Profile.FULL})
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    static class NoReceiver {
        @ConformanceTest
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    static class MethodOnly {
        @ConformanceTest
        void conforms(ScenarioRun run) {
            run.verify();
        }

        public ReceiverUnderTest receiver() {
            return Bench.receiver();
        }
    }

    static class Private extends Base implements SecretConformance {
        @ConformanceTest
        private void unusedByJUnit(ScenarioRun run) {
            run.verify();
        }
    }

    static class Static extends Base {
        @Test
        void looks_tested() {}

        @ConformanceTest
        static void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    static class Returns {
        @RegisterExtension
        static final StatusPulseExtension STATUS_PULSE = StatusPulseExtension.of(
                ReceiverUnderTest.at("http://127.0.0.1:9").secret(Bench.SECRET));

        @Test
        void looks_tested() {}

        @ConformanceTest
        boolean conforms(ScenarioRun run) {
            run.verify();
            return true;
        }
    }

    static class OnlyPrivate extends Base {
        @ConformanceTest
        private void unusedByJUnit(ScenarioRun run) {
            run.verify();
        }
    }
}
