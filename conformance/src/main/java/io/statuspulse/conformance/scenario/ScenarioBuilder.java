package io.statuspulse.conformance.scenario;

import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Trial.Effects;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The vocabulary in which scenarios are written: what it is, why it matters, and last what is sent and expected.
 *
 * <pre>{@code
 * must("signature/missing", SIG_2, "a delivery with no signature header is rejected")
 *         .why("…")
 *         .mend(Mends.REQUIRE_HEADERS)
 *         .rejects(valid().but(new DropHeader(SIGNATURE)))
 * }</pre>
 *
 * <p>{@code valid().with(edit)} prepares a delivery and leaves it correct, {@code valid().but(edit)} is what is under test;
 * without its {@code but} edits a plan is its own control. Of several plans each is a trial of its own, with its own control:
 * the scenario holds where all of them do. What the methods that end in {@code All} are given are the steps of one trial.
 */
public final class ScenarioBuilder {
    private final String id;
    private final Level level;
    private final Requirement requirement;
    private final String title;
    private String why = "";
    private Mend mend = Mend.anywhere("");
    private final List<String> references = new ArrayList<>();
    private final Set<Tag> tags = EnumSet.noneOf(Tag.class);
    private final Set<Integer> alsoRejected = new TreeSet<>();
    private SuiteVersion since = SuiteVersion.FIRST;

    private ScenarioBuilder(Level level, String id, Requirement requirement, String title) {
        this.level = level;
        this.id = id;
        this.requirement = requirement;
        this.title = title;
    }

    /**
     * A scenario whose failure fails the run.
     *
     * @param id permanent, {@code area/name} in kebab-case; a user's own in the area {@code team} or {@code team-…}
     * @param requirement the requirement that it proves
     * @param title what holds when it passes, in the present tense
     */
    public static ScenarioBuilder must(String id, Requirement requirement, String title) {
        return new ScenarioBuilder(Level.MUST, id, requirement, title);
    }

    /** A scenario whose failure is a warning, and fails a strict run; see {@link #must}. */
    public static ScenarioBuilder should(String id, Requirement requirement, String title) {
        return new ScenarioBuilder(Level.SHOULD, id, requirement, title);
    }

    /** A scenario that is only reported; see {@link #must}. */
    public static ScenarioBuilder may(String id, Requirement requirement, String title) {
        return new ScenarioBuilder(Level.MAY, id, requirement, title);
    }

    /** Says what an attacker or an outage does where the scenario does not hold. */
    public ScenarioBuilder why(String words) {
        why = words;
        return this;
    }

    /** Says how to mend a receiver that fails it; {@link Mends} has hints to share, {@link Mend#anywhere} is one for all. */
    public ScenarioBuilder mend(Mend hints) {
        mend = hints;
        return this;
    }

    /** Names RFCs, CVEs, advisories, or documents of a user's own. */
    public ScenarioBuilder refs(String... more) {
        references.addAll(List.of(more));
        return this;
    }

    /** Says what it needs or costs, for selection. */
    public ScenarioBuilder tags(Tag... more) {
        tags.addAll(List.of(more));
        return this;
    }

    /**
     * Says which version of the suite was the first to score it. Default: 1.0.
     *
     * @throws IllegalArgumentException if it is no version
     */
    public ScenarioBuilder since(String version) {
        since = SuiteVersion.of(version);
        return this;
    }

    /** Lets these statuses count as a rejection, besides the usual ones. */
    public ScenarioBuilder alsoRejectedBy(Integer... statuses) {
        alsoRejected.addAll(List.of(statuses));
        return this;
    }

    /** Each plan is answered 2xx. */
    public Scenario accepts(DeliveryPlan... plans) {
        return build(Expect.ACCEPT, each(Answer.ACCEPTED, Effects.ANY, plans));
    }

    /** The steps are answered as they say; the scenario is about accepting. */
    public Scenario acceptsAll(Effects effects, Step... steps) {
        return build(Expect.ACCEPT, Stream.of(new Trial.Deliveries(List.of(steps), effects)));
    }

    /** Each plan is rejected and has no effect. */
    public Scenario rejects(DeliveryPlan... plans) {
        return build(Expect.REJECT, each(Answer.REJECTED, Effects.NONE, plans));
    }

    /** The steps are answered as they say, and what is not accepted has no effect; the scenario is about rejecting. */
    public Scenario rejectsAll(Step... steps) {
        return build(Expect.REJECT, Stream.of(new Trial.Deliveries(List.of(steps), Effects.NONE_UNLESS_ACCEPTED)));
    }

    /** Each plan is answered 4xx, or 2xx. */
    public Scenario refuses(DeliveryPlan... plans) {
        return build(Expect.REFUSE, each(Answer.REFUSED, Effects.NONE_UNLESS_ACCEPTED, plans));
    }

    /** Each plan is answered, and not 5xx. */
    public Scenario survives(DeliveryPlan... plans) {
        return build(Expect.SURVIVE, each(Answer.ANY, Effects.NONE_UNLESS_ACCEPTED, plans));
    }

    /** The steps are answered as they say; the scenario is about surviving. */
    public Scenario survivesAll(Effects effects, Step... steps) {
        return build(Expect.SURVIVE, Stream.of(new Trial.Deliveries(List.of(steps), effects)));
    }

    /** Each plan is answered, and how is reported. */
    public Scenario observes(DeliveryPlan... plans) {
        return build(Expect.OBSERVE, each(Answer.ANY, Effects.ANY, plans));
    }

    /** The steps are answered, and how is reported. */
    public Scenario observesAll(Step... steps) {
        return build(Expect.OBSERVE, Stream.of(new Trial.Deliveries(List.of(steps), Effects.ANY)));
    }

    /** Each plan is sent, whatever is answered, and no answer of the whole run reveals anything. */
    public Scenario revealsNothing(DeliveryPlan... plans) {
        return build(Expect.OBSERVE_LEAK, each(Answer.NONE, Effects.ANY, plans));
    }

    /** Each plan is sent, whatever is answered, and no delivery of the whole run is redirected. */
    public Scenario redirectsNothing(DeliveryPlan... plans) {
        return build(Expect.OBSERVE_STATUS, each(Answer.NONE, Effects.ANY, plans));
    }

    /** The procedure comes out as it says; what the scenario is about is up to {@code expect}. */
    public Scenario expects(Expect expect, Procedure procedure) {
        if (procedure.effects() == Effects.ONCE) {
            tags.add(Tag.EFFECTS);
        }
        return build(expect, Stream.of(procedure));
    }

    /** The steps are answered as they say, and every event in them is processed exactly once. */
    public Scenario once(Step... steps) {
        tags.add(Tag.EFFECTS);
        return build(Expect.ONCE, Stream.of(new Trial.Deliveries(List.of(steps), Effects.ONCE)));
    }

    private static Stream<Trial> each(Answer answer, Effects effects, DeliveryPlan... plans) {
        return Arrays.stream(plans).map(plan -> (Trial) new Trial.Deliveries(List.of(Step.of(plan, answer)), effects));
    }

    private Scenario build(Expect expect, Stream<Trial> trials) {
        return new Scenario(
                id,
                level,
                expect,
                requirement,
                title,
                why,
                mend,
                references,
                tags,
                alsoRejected,
                trials.toList(),
                since);
    }
}
