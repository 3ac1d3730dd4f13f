package io.statuspulse.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.statuspulse.conformance.start.RunningReceiver;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** The way through Docker changes no verdict: a correct receiver earns in a container what it earns beside us. */
@ExtendWith(Engine.class)
class SuiteInContainerIT {
    @Test
    void everythingHoldsThatHoldsWithoutAContainer() {
        try (RunningReceiver running = Images.receiver().start()) {
            Inside inside = new Inside(running);
            Report report = Runs.of(
                    Selection.of(Profile.FULL),
                    running,
                    settings -> settings.effects(inside.effects())
                            .states(inside.states())
                            .failures(inside.failures())
                            .rotation(inside.rotation()));

            assertThat(report.effectsObserved()).isTrue();
            assertThat(Runs.troubles(report)).isEmpty();
            assertThat(Runs.notApplicable(report)).isEmpty();
            assertThat(report.results()).hasSizeGreaterThan(250);
        }
    }

    @Test
    void exampleOfTheDocumentationHoldsInJUnit() {
        assertThat(Images.dockerfile()).endsWith(Path.of("target", "receiver", "Dockerfile"));
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass("com.example.statuspulse.ReceiverInContainer"))
                .execute()
                .testEvents();

        assertThat(tests.failed().stream().map(Event::getPayload)).isEmpty();
        assertThat(tests.succeeded().count()).isGreaterThan(200);
        assertThat(tests.aborted().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .allMatch(name -> name.matches("(tls|rotation|secret|acceptance|idempotency|ordering)/.*"));
    }

    @Test
    void defectShowsThroughDocker() {
        ContainerReceiver withoutOverlap = ContainerReceiver.ofImage(Images.name(), Images.PORT, Images.PATH)
                .env("STATUSPULSE_SECRET", Images.SECRET);
        Selection overlap = new Selection(Optional.empty(), List.of("rotation/previous-in-overlap"), List.of());
        try (RunningReceiver running = withoutOverlap.start()) {
            Report report = Runs.of(overlap, running, settings -> settings);
            assertThat(report.results())
                    .singleElement()
                    .extracting(Result::outcome)
                    .isEqualTo(Outcome.FAILED);
        }
    }
}
