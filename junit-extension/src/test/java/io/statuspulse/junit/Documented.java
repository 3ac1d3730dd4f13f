package io.statuspulse.junit;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.start.ProcessStarter;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.conformance.suite.ScenarioSource;
import io.statuspulse.conformance.verifier.VerifierSetup;
import io.statuspulse.simulator.inprocess.Verifier;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What docs/junit.md and the README print, word for word, so that it is known to compile; never run. */
@SuppressWarnings("ClassCanBeStatic") // A user writes them into files of their own.
final class Documented {
    private Documented() {}

    static final class MyServer {
        private MyServer() {}

        static URI url() {
            return URI.create("http://127.0.0.1:8080/webhook");
        }
    }

    static final class Readme {
        class MyReceiverTest implements StatusPulseConformance {
            @Override
            public ReceiverUnderTest receiver() {
                return ReceiverUnderTest.at("http://127.0.0.1:8080/webhook/statuspulse")
                        .secret("whsec_test");
            }
        }
    }

    static final class ByMethod {
        class MyReceiverTest implements StatusPulseConformance {
            @Override
            public ReceiverUnderTest receiver() {
                return ReceiverUnderTest.at("http://127.0.0.1:8080/webhook/statuspulse")
                        .secret("whsec_0123456789abcdef");
            }
        }
    }

    class ByField {
        class MyReceiverTest implements StatusPulseConformance {
            @RegisterExtension
            static StatusPulseExtension statusPulse =
                    StatusPulseExtension.of(ReceiverUnderTest.at(MyServer::url).secret("whsec_0123456789abcdef"));
        }
    }

    record MyVerifier(List<String> secrets, Duration tolerance, Clock clock) {
        boolean verify(Map<String, List<String>> headers, byte[] body) {
            return headers.isEmpty() && body.length == 0;
        }
    }

    class MyVerifierTest implements VerifierConformance {
        @Override
        public Verifier verifier(VerifierSetup setup) {
            MyVerifier mine = new MyVerifier(setup.secrets(), setup.tolerance(), setup.clock());
            return (headers, body) -> mine.verify(headers.asMap(), body);
        }
    }

    class QuickTest implements ReceiverProvider {
        @Override
        public ReceiverUnderTest receiver() {
            return ReceiverUnderTest.at(MyServer::url).secret("whsec_0123456789abcdef");
        }

        @ConformanceTest(profile = Profile.QUICK, exclude = "timestamp/*")
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    class NodeReceiverTest implements StatusPulseConformance {
        @Override
        public ReceiverUnderTest receiver() {
            return ReceiverUnderTest.startedBy(
                            ProcessStarter.of("node server.js {port}", "http://127.0.0.1:{port}/webhook/statuspulse")
                                    .env("STATUSPULSE_SECRET", "whsec_0123456789abcdef"))
                    .secret("whsec_0123456789abcdef");
        }
    }

    static final class Known {
        @KnownFailure(
                scenario = "timestamp/hour-old",
                reason = "the gateway checks it from March on",
                link = "https://tracker.example.com/42",
                expires = "2030-03-31")
        class MyReceiverTest implements StatusPulseConformance {
            @Override
            public ReceiverUnderTest receiver() {
                return ReceiverUnderTest.at(MyServer::url).secret("whsec_0123456789abcdef");
            }
        }
    }

    static final class TeamScenarios implements ScenarioSource {
        @Override
        public List<Scenario> scenarios() {
            return List.of();
        }
    }

    class OwnScenarios {
        @ConformanceTest(
                scenarios = TeamScenarios.class,
                select = {"quick", "team/*"})
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }
}
