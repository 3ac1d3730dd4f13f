package io.statuspulse.conformance.scenario;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
 * @param since the first version of the suite that scores it; a run that is scored as an older one reports it only
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
        List<Trial> trials,
        SuiteVersion since) {

    private static final String OWN = "team";

    public Scenario {
        present(id, id, "id");
        present(level, id, "level");
        present(expect, id, "expectation");
        present(requirement, id, "requirement");
        present(title, id, "title");
        present(why, id, "why");
        present(mend, id, "mend");
        present(since, id, "since");
        references = List.copyOf(references);
        tags = Set.copyOf(tags);
        alsoRejected = Set.copyOf(alsoRejected);
        trials = List.copyOf(trials);
    }

    /** A scenario of the suite's first version. */
    public Scenario(
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
        this(
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
                trials,
                SuiteVersion.FIRST);
    }

    private static void present(@Nullable Object value, @Nullable String id, String what) {
        Objects.requireNonNull(value, () -> "scenario '" + id + "': " + what + " is null");
    }

    /** The part of the id before the slash. */
    public String area() {
        return id.substring(0, id.indexOf('/'));
    }

    /** Returns whether it is a user's own: its area is {@code team} or begins with {@code team-}, as none of the kit's does. */
    public boolean isOwn() {
        return isOwn(id);
    }

    /** As {@link #isOwn()}, of a scenario of which only the id is known. */
    public static boolean isOwn(String id) {
        return id.startsWith(OWN + "/") || id.startsWith(OWN + "-");
    }

    public boolean has(Tag tag) {
        return tags.contains(tag);
    }
}
