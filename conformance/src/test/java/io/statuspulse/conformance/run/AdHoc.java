package io.statuspulse.conformance.run;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.SentEdit.AddHeader;
import java.util.List;
import java.util.Set;

/** Scenarios that are in no catalogue, each run by itself. */
final class AdHoc {
    static final DeliveryPlan VALID = DeliveryPlan.valid();

    private AdHoc() {}

    static Scenario scenario(Expect expect, Trial... trials) {
        return new Scenario(
                "area/name",
                Level.MUST,
                expect,
                Requirement.SIG_2,
                "title",
                "why",
                Mend.anywhere("mend"),
                List.of(),
                Set.of(),
                Set.of(),
                List.of(trials));
    }

    static Trial trial(Step... steps) {
        return trial(Trial.Effects.ANY, steps);
    }

    static Trial trial(Trial.Effects effects, Step... steps) {
        return new Trial.Deliveries(List.of(steps), effects);
    }

    /** A delivery with a harmless fault, by which a script knows it. */
    static DeliveryPlan marked(String mark) {
        return VALID.but(new AddHeader("X-Mark", mark));
    }

    static String mark(ScriptedReceiver.Request request) {
        return request.header("X-Mark");
    }

    static Result run(RunSettings settings, Scenario scenario) {
        try (Session session = Session.open(settings)) {
            return session.run(scenario);
        }
    }

    static Result run(ScriptedReceiver receiver, Expect expect, Trial... trials) {
        return run(Runs.settings(receiver.url()).build(), scenario(expect, trials));
    }

    static List<Role> roles(Result result) {
        return result.sent().stream().map(Result.Sent::role).toList();
    }
}
