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
 *         .mend(Mends.REQUIRE_BOTH_HEADERS)
 *         .rejects(valid().but(new DropHeader(SIGNATURE)))
 * }</pre>
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

    private ScenarioBuilder(Level level, String id, Requirement requirement, String title) {
        this.level = level;
        this.id = id;
        this.requirement = requirement;
        this.title = title;
    }

    public static ScenarioBuilder must(String id, Requirement requirement, String title) {
        return new ScenarioBuilder(Level.MUST, id, requirement, title);
    }

    public static ScenarioBuilder should(String id, Requirement requirement, String title) {
        return new ScenarioBuilder(Level.SHOULD, id, requirement, title);
    }

    public static ScenarioBuilder may(String id, Requirement requirement, String title) {
        return new ScenarioBuilder(Level.MAY, id, requirement, title);
    }

    /** Says what an attacker or an outage does where the scenario does not hold. */
    public ScenarioBuilder why(String words) {
        why = words;
        return this;
    }

    public ScenarioBuilder mend(Mend hints) {
        mend = hints;
        return this;
    }

    public ScenarioBuilder refs(String... more) {
        references.addAll(List.of(more));
        return this;
    }

    public ScenarioBuilder tags(Tag... more) {
        tags.addAll(List.of(more));
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
                id, level, expect, requirement, title, why, mend, references, tags, alsoRejected, trials.toList());
    }
}
