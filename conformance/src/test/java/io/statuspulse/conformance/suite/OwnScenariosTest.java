package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.conformance.scenario.Trial.Effects;
import io.statuspulse.simulator.delivery.BodyEdit.PadTo;
import io.statuspulse.simulator.delivery.BodyEdit.RemoveField;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.SentEdit.AddHeader;
import io.statuspulse.simulator.delivery.SentEdit.RemoveHeader;
import io.statuspulse.simulator.delivery.SentEdit.SetHeader;
import io.statuspulse.simulator.delivery.SigningEdit.EncodeAs;
import io.statuspulse.simulator.delivery.SigningEdit.SignWith;
import io.statuspulse.simulator.signing.SignatureEncoding;
import io.statuspulse.simulator.signing.SigningKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a user's scenarios is taken into a catalogue, and what is said of the rest. */
class OwnScenariosTest {
    private static final Requirement TENANT = Requirement.own("TEAM-7", "Every delivery names its tenant.");
    private static final String HEADER = "X-Tenant";
    private static final DeliveryPlan TENANTS = valid().with(new AddHeader(HEADER, "acme"));
    private static final DeliveryPlan NO_TENANT = TENANTS.but(new RemoveHeader(HEADER));

    @Test
    void standBehindThoseOfTheSuiteInTheOrderInWhichTheyCome() {
        Catalogue catalogue = Catalogue.builtIn()
                .with("b.jar", List.of(own("team/z"), own("team/a")))
                .with("a.jar", List.of(own("team-web/a")));

        assertThat(catalogue.scenarios().subList(0, Suite.scenarios().size())).isEqualTo(Suite.scenarios());
        assertThat(catalogue.own()).extracting(Scenario::id).containsExactly("team/z", "team/a", "team-web/a");
        assertThat(catalogue.scenarios()).endsWith(catalogue.own().toArray(Scenario[]::new));
        assertThat(catalogue.own().stream().map(catalogue::source).map(s -> s.orElse("")))
                .containsExactly("b.jar", "b.jar", "a.jar");
        assertThat(catalogue.find("team/a").orElseThrow().isOwn()).isTrue();
        assertThat(Suite.scenarios())
                .noneMatch(s -> s.isOwn() || catalogue.source(s).isPresent());
        assertThat(Catalogue.builtIn().own()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"team/a", "team/size-limit", "team-web/a.b-1", "team-2/413"})
    void idsAreTakenInTheAreasOfTeams(String id) {
        assertThat(Catalogue.builtIn().with("own", List.of(own(id))).own()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signature/own",
                "signature/missing",
                "acme/a",
                "teams/a",
                "team",
                "team/",
                "/a",
                "team/a/b",
                "team/A",
                "Team/a",
                "team-/a",
                "team--web/a",
                "team/a_b",
                "team/-a",
                "team/a ",
                "team/\u00e4",
                ""
            })
    void otherIdsAreNot(String id) {
        assertThatThrownBy(() -> Catalogue.builtIn().with("team.jar", List.of(own(id))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("team.jar: scenario '")
                .hasMessageContaining("the id must be area/name in kebab-case")
                .hasMessageEndingWith("e.g. team/size-limit");
    }

    @Test
    void idsAreNotTooLong() {
        refused("the id must be", own("team/" + "a".repeat(80)));
    }

    @Test
    void anIdIsOneScenarios() {
        Catalogue catalogue = Catalogue.builtIn().with("a.jar", List.of(own("team/a")));

        assertThatThrownBy(() -> catalogue.with("b.jar", List.of(own("team/b"), own("team/a"))))
                .hasMessage("b.jar: scenario 'team/a': it is in a.jar too; an id is one scenario's");
        assertThatThrownBy(() -> catalogue.with("b.jar", List.of(own("team/b"), own("team/b"))))
                .hasMessage("b.jar: scenario 'team/b': there are two of that id; an id is one scenario's");
    }

    @Test
    void aRequirementHasTheSameWordsEverywhere() {
        Scenario other = must("team/b", Requirement.own("TEAM-7", "Something else."), "title")
                .why("why")
                .mend(Mend.anywhere("mend"))
                .accepts(valid());

        assertThatThrownBy(() -> Catalogue.builtIn().with("own", List.of(own("team/a"), other)))
                .hasMessage(
                        "own: scenario 'team/b': requirement TEAM-7 has other words than elsewhere; expected the same:"
                                + " 'Every delivery names its tenant.'");
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                refusedFor(
                        "title is empty; expected what holds when it passes",
                        titled(" ").rejects(NO_TENANT)),
                refusedFor(
                        "title is 'two\\nlines'; expected one line of text",
                        titled("two\nlines").rejects(NO_TENANT)),
                refusedFor(
                        "title is 'half \\ud800'; expected one line",
                        titled("half \ud800").rejects(NO_TENANT)),
                refusedFor(
                        "the title has 131 characters; expected at most 130",
                        titled("x".repeat(131)).rejects(NO_TENANT)),
                refusedFor(
                        "why is empty; expected what an attacker or an outage does",
                        said().why("").rejects(NO_TENANT)),
                refusedFor(
                        "mend (Go) is empty; expected how to mend",
                        said().mend(new Mend("a", "b", "", "d")).rejects(NO_TENANT)),
                refusedFor(
                        "a reference is empty; expected e.g. RFC 9110",
                        said().refs("").rejects(NO_TENANT)),
                refusedFor(
                        "requirement TEAM-8 is empty; expected what is required",
                        must("team/a", Requirement.own("TEAM-8", ""), "t")
                                .why("w")
                                .mend(Mend.anywhere("m"))
                                .rejects(NO_TENANT)),
                refusedFor(
                        "alsoRejectedBy 200 is no rejection",
                        said().alsoRejectedBy(413, 200).rejects(NO_TENANT)),
                refusedFor(
                        "alsoRejectedBy 500 is no rejection",
                        said().alsoRejectedBy(500).rejects(NO_TENANT)),
                refusedFor(
                        "since 1.1 is no version of the suite; known: 1.0",
                        said().since("1.1").rejects(NO_TENANT)),
                refusedFor("it sends nothing; expected at least one plan", said().rejects()),
                refusedFor("a trial of it has no step", said().rejectsAll()),
                refusedFor("has no fault, so there is no control", said().rejects(valid())),
                refusedFor("has no fault, so there is no control", said().rejects(NO_TENANT, TENANTS)),
                refusedFor("has no fault, so there is no control", said().refuses(valid().with(new PadTo(9_000)))),
                refusedFor(
                        "has no fault, so there is no control",
                        said().survivesAll(Effects.ANY, Step.of(valid(), Answer.NOT_ACCEPTED))),
                refusedFor(
                        "with AddHeader[X-Tenant, acme], SetHeader[X-Tenant, acme] what is to be rejected is sent as its"
                                + " control is, byte for byte",
                        said().rejects(TENANTS.but(new SetHeader(HEADER, "acme")))),
                refusedFor(
                        "with RemoveField[no_such_field] it can never be sent: the body has no field no_such_field",
                        said().accepts(valid().but(new RemoveField("no_such_field")))),
                refusedFor(
                        "with PadTo[10] it can never be sent: the body cannot be padded to 10 bytes",
                        said().accepts(valid().but(new PadTo(10)))),
                refusedFor(
                        "with AddHeader[a, \\n] it can never be sent: header a: the value has a line end",
                        said().rejects(valid().but(new AddHeader("a", "\n")))),
                refusedFor(
                        "nothing in its trial is to be accepted",
                        said().acceptsAll(Effects.ANY, Step.of(NO_TENANT, Answer.REJECTED))),
                refusedFor(
                        "copies: 0 is out of range [1, 100]",
                        said().once(Step.accepted(valid()).copies(0))),
                refusedFor(
                        "copies: 101 is out of range [1, 100]",
                        said().once(Step.accepted(valid()).copies(101))),
                refusedFor(
                        "the number of an event: 1000 is out of range [0, 999]",
                        said().once(Step.accepted(valid()).onEvent(1000))),
                refusedFor(
                        "it waits PT-1S before a step; expected zero or more",
                        said().once(Step.accepted(valid()).after(Duration.ofSeconds(-1)))),
                refusedFor(
                        "sameBytes() repeats the step before",
                        said().once(Step.accepted(valid()).sameBytes())),
                refusedFor(
                        "sameBytes() repeats the step before",
                        said().once(
                                        Step.accepted(valid()),
                                        Step.accepted(TENANTS).sameBytes())),
                refusedFor(
                        "has no fault, so there is no control",
                        said().rejectsAll(
                                        Step.of(valid(), Answer.ANY),
                                        Step.of(valid(), Answer.REJECTED).sameBytes())),
                refusedFor(
                        "event 1 of a trial must be processed once, and is to be accepted nowhere",
                        said().once(
                                        Step.accepted(valid()),
                                        Step.of(NO_TENANT, Answer.REJECTED).onEvent(1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unfit")
    void whatCannotBeTakenIsSaidWithWhatWouldBeRight(String words, Scenario scenario) {
        refused(words, scenario);
    }

    @Test
    void whatTellsReceiversApartIsTaken() {
        List<Scenario> fit = List.of(
                said("team/1").alsoRejectedBy(413, 501).rejects(NO_TENANT),
                said("team/2").accepts(TENANTS, valid().with(new PadTo(300_000))),
                // Of this event the signature may not fit into a header; of others it does.
                said("team/3").rejects(valid().but(new EncodeAs(SignatureEncoding.RAW))),
                said("team/4").rejects(valid().but(new SignWith(SigningKey.Known.PREVIOUS))),
                // The header may be one that --header adds to every delivery.
                said("team/5").rejects(valid().but(new RemoveHeader("X-Gateway-Key"))),
                said("team/6").rejects(valid().but(new SetHeader("X-Gateway-Key", "wrong"))),
                said("team/7")
                        .rejectsAll(
                                Step.accepted(valid()),
                                Step.of(valid(), Answer.REJECTED).sameBytes()),
                said("team/8").once(Step.accepted(valid()), Step.of(NO_TENANT, Answer.REJECTED)),
                said("team/9").refuses(valid().but(new SetField("region", "null"))),
                said("team/10").observes(valid()));

        assertThat(Catalogue.builtIn().with("own", fit).own()).isEqualTo(fit);
    }

    @Test
    void nothingElseCanBeLeftOut() {
        assertThatThrownBy(() -> new Scenario(
                        "team/a",
                        null,
                        Expect.ACCEPT,
                        TENANT,
                        "t",
                        "w",
                        Mend.anywhere("m"),
                        List.of(),
                        Set.of(),
                        Set.of(),
                        List.<Trial>of()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("scenario 'team/a': level is null");
    }

    private static Arguments refusedFor(String words, Scenario scenario) {
        return Arguments.of(words, scenario);
    }

    private static void refused(String words, Scenario scenario) {
        assertThatThrownBy(() -> Catalogue.builtIn().with("team.jar", List.of(scenario)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("team.jar: scenario '" + scenario.id() + "': ")
                .hasMessageContaining(words);
    }

    private static Scenario own(String id) {
        return said(id).rejects(NO_TENANT);
    }

    private static ScenarioBuilder said() {
        return said("team/a");
    }

    private static ScenarioBuilder said(String id) {
        return titled(id, "a delivery without the tenant's header is rejected");
    }

    private static ScenarioBuilder titled(String title) {
        return titled("team/a", title);
    }

    private static ScenarioBuilder titled(String id, String title) {
        return must(id, TENANT, title).why("Tenants get each other's events.").mend(Mend.anywhere("Read the header."));
    }
}
