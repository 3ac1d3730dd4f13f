package io.statuspulse.conformance.recorded;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What came of one scenario, as report.json tells it.
 *
 * @param id the scenario's permanent id
 * @param title what holds where it passes
 * @param level how much it binds
 * @param requirement the requirement's id
 * @param requirementText the requirement in words; empty where the report has none
 * @param expect what the receiver was expected to do, as the catalogue writes it
 * @param outcome the verdict, weighed by the level
 * @param facts what it rests on, in order
 * @param durationMs how long it took, in milliseconds
 * @param tags as the catalogue writes them
 * @param why what an attacker or an outage does where it fails; empty where the report has nothing
 * @param mend how to mend the receiver; a language that the report has nothing for is empty
 * @param curl the command line that sends again what failed; empty where there is none
 * @param noCurl why there is none; empty where there is one, or nothing failed
 * @param exchanges what was sent and came back, in order
 */
public record RecordedResult(
        String id,
        String title,
        Level level,
        String requirement,
        String requirementText,
        String expect,
        @JsonProperty("verdict") Outcome outcome,
        List<Fact> facts,
        BigDecimal durationMs,
        List<String> tags,
        String why,
        Mend mend,
        Optional<String> curl,
        Optional<String> noCurl,
        List<RecordedExchange> exchanges) {

    public RecordedResult {
        facts = List.copyOf(facts);
        tags = List.copyOf(tags);
        exchanges = List.copyOf(exchanges);
    }

    /** The part of the id before the slash. */
    public String area() {
        return id.substring(0, id.indexOf('/'));
    }

    /** Returns whether it is a rule of the user's own, and none of the contract. */
    public boolean isOwn() {
        return Scenario.isOwn(id);
    }

    /** Returns whether it fails although a waiver names it, which holds no more. */
    public boolean failedAfterItsWaiver() {
        return !facts(Fact.WAIVER_OVER).isEmpty() && !facts("actual").isEmpty();
    }

    /** Returns whether it counts for how the run ended. */
    public boolean isScored() {
        return facts(Fact.UNSCORED).isEmpty();
    }

    /** Why it neither passed nor failed; empty where it did. */
    public String reason() {
        return facts("reason").stream().findFirst().orElse("");
    }

    /** Returns whether it fails a run. */
    public boolean isFailure() {
        return outcome == Outcome.FAILED || outcome == Outcome.STALE_WAIVER;
    }

    /** Returns the values of the facts of that key, in order. */
    public List<String> facts(String key) {
        return facts.stream()
                .filter(fact -> fact.key().equals(key))
                .map(Fact::value)
                .toList();
    }
}
