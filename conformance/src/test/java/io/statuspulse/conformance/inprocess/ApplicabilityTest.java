package io.statuspulse.conformance.inprocess;

import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.matrix.Golden;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.scenario.Trial.Effects;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.SentEdit.AddHeader;
import io.statuspulse.simulator.delivery.SentEdit.RemoveHeader;
import io.statuspulse.simulator.delivery.SentEdit.SetHeader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApplicabilityTest {

    /** Whoever adds a scenario sees here what was decided of it. */
    @Test
    void isWrittenDownForEachScenario() {
        Golden.resource("in-process.tsv")
                .assertHolds(Suite.scenarios().stream()
                        .map(scenario -> String.join(
                                "\t",
                                scenario.id(),
                                words(Applicability.ofHandler(), scenario),
                                words(Applicability.ofVerifier(), scenario),
                                words(Applicability.ofVerifierThatExplains(), scenario)))
                        .toList());
    }

    private static String words(Applicability applicability, Scenario scenario) {
        return applicability.whyNot(scenario).orElse("applicable");
    }

    @Test
    void nothingOfTheWireOrOfTlsIsApplicable() {
        assertThat(Suite.scenarios())
                .filteredOn(scenario -> scenario.has(Tag.WIRE)
                        || scenario.has(Tag.TLS)
                        || scenario.area().equals("tls"))
                .hasSizeGreaterThan(25)
                .allMatch(scenario -> Applicability.ofHandler().whyNot(scenario).isPresent())
                .allMatch(
                        scenario -> Applicability.ofVerifier().whyNot(scenario).isPresent());
    }

    @Test
    void whatAVerifierIsForIsApplicable() {
        List<String> areas = List.of("raw-body", "signature", "tampering", "timestamp", "secret", "rotation");
        Stream<String> not = Suite.scenarios().stream()
                .filter(scenario -> areas.contains(scenario.area()))
                .filter(scenario ->
                        Applicability.ofVerifierThatExplains().whyNot(scenario).isPresent())
                .map(Scenario::id);

        assertThat(not).containsExactly("signature/in-query", "signature/in-trailer", "rotation/retry-across");
    }

    @Test
    void scenariosOfUsersGoByWhatTheyAsk() {
        ScenarioBuilder own = ScenarioBuilder.must("team/own", Requirement.own("TEAM-1", "Ours."), "ours");

        assertThat(ofVerifier(own.rejects(valid().but(new SetField("region", "\"\"")))))
                .isEmpty();
        assertThat(ofVerifier(own.accepts(valid().with(new AddHeader("X-Tenant", "7")))))
                .isEmpty();
        assertThat(ofVerifier(own.refuses(valid().but(new SetField("region", "\"\"")))))
                .contains(BeyondVerification.NO_ANSWER);
        assertThat(ofVerifier(own.rejects(valid().but(new RemoveHeader("content-type")))))
                .contains(BeyondVerification.NO_REQUEST);
        assertThat(ofVerifier(own.acceptsAll(Effects.ONCE, Step.accepted(valid()))))
                .contains(BeyondVerification.NO_PROCESSING);
        assertThat(ofVerifier(own.rejects(valid().but(new SetHeader("Content-Length", "1")))))
                .contains(OverAConnection.NO_CONNECTION);
    }

    private static Optional<String> ofVerifier(Scenario scenario) {
        return Applicability.ofVerifier().whyNot(scenario);
    }

    @Test
    void oneMoreCanBeTakenOut() {
        Scenario trace = Suite.find("http/trace").orElseThrow();
        Applicability applicability = Applicability.ofHandler().without("http/trace", "the container answers it");

        assertThat(Applicability.ofHandler().whyNot(trace)).isEmpty();
        assertThat(applicability.whyNot(trace)).contains("the container answers it");
        assertThat(applicability.whyNot(Suite.find("http/get").orElseThrow())).isEmpty();
    }
}
