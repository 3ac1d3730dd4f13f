package io.statuspulse.conformance.scenario;

import java.util.List;
import java.util.Set;

/**
 * One thing that a receiver gets right or wrong.
 *
 * @param id permanent, {@code area/name} in kebab-case
 * @param level how much it binds
 * @param expect what the receiver is expected to do
 * @param requirement the requirement that it proves
 * @param title what holds when it passes, in the present tense
 * @param why what an attacker or an outage does where it does not hold
 * @param mend how to mend a receiver that fails it
 * @param references RFCs, CVEs and advisories; may be empty
 * @param tags for selection
 * @param alsoRejected statuses that count as a rejection here besides the usual ones
 * @param trials what is sent
 */
public record Scenario(
        String id,
        Level level,
        Expect expect,
        Requirement requirement,
        String title,
        String why,
        Mend mend,
        List<String> references,
        Set<Tag> tags,
        Set<Integer> alsoRejected,
        List<Trial> trials) {

    public Scenario {
        references = List.copyOf(references);
        tags = Set.copyOf(tags);
        alsoRejected = Set.copyOf(alsoRejected);
        trials = List.copyOf(trials);
    }

    /** The part of the id before the slash. */
    public String area() {
        return id.substring(0, id.indexOf('/'));
    }

    public boolean has(Tag tag) {
        return tags.contains(tag);
    }
}
