package io.statuspulse.conformance.suite;

import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.simulator.delivery.Printable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks scenarios that users wrote before they are taken into a catalogue. */
final class OwnScenarios {
    private static final int LONGEST_ID = 80;
    private static final int LONGEST_TITLE = 130;
    private static final Pattern ID = Pattern.compile("team(-[a-z0-9]+)*/[a-z0-9]+([.-][a-z0-9]+)*");
    private static final int FIRST_REJECTION = 400;
    private static final int LAST_REJECTION = 499;
    private static final int NOT_IMPLEMENTED = 501;

    private final Catalogue catalogue;
    private final String source;

    OwnScenarios(Catalogue catalogue, String source) {
        this.catalogue = catalogue;
        this.source = source;
    }

    /**
     * Checks all of them.
     *
     * @throws IllegalArgumentException at the first that cannot be taken
     */
    void check(List<Scenario> own) {
        Set<String> ids = new HashSet<>();
        Map<String, Requirement> requirements = new HashMap<>();
        Stream.concat(catalogue.own().stream(), own.stream())
                .forEach(scenario ->
                        requirements.putIfAbsent(scenario.requirement().id(), scenario.requirement()));
        for (Scenario scenario : own) {
            refuse(scenario, id(scenario));
            if (!ids.add(scenario.id())) {
                refuse(scenario, Optional.of("there are two of that id; an id is one scenario's"));
            }
            refuse(scenario, taken(scenario));
            refuse(scenario, words(scenario, requirements));
            refuse(scenario, statuses(scenario));
            refuse(scenario, since(scenario));
            refuse(scenario, Trials.problem(scenario));
        }
    }

    private void refuse(Scenario scenario, Optional<String> problem) {
        problem.ifPresent(words -> {
            throw new IllegalArgumentException(
                    source + ": scenario '" + Printable.decoded(scenario.id()) + "': " + words);
        });
    }

    private static Optional<String> id(Scenario scenario) {
        String id = scenario.id();
        if (id.length() <= LONGEST_ID && ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return Optional.of("the id must be area/name in kebab-case, at most " + LONGEST_ID
                + " characters, in the area team or team-…, which the suite never uses: e.g. team/size-limit");
    }

    private Optional<String> taken(Scenario scenario) {
        return catalogue
                .find(scenario.id())
                .flatMap(catalogue::source)
                .map(other -> "it is in " + other + " too; an id is one scenario's");
    }

    private static Optional<String> words(Scenario scenario, Map<String, Requirement> requirements) {
        Requirement requirement = scenario.requirement();
        String other = requirements.getOrDefault(requirement.id(), requirement).words();
        if (!requirement.words().equals(other)) {
            return Optional.of("requirement " + requirement.id()
                    + " has other words than elsewhere; expected the same: '" + Printable.decoded(other) + "'");
        }
        if (scenario.title().length() > LONGEST_TITLE) {
            return Optional.of(
                    "the title has " + scenario.title().length() + " characters; expected at most " + LONGEST_TITLE);
        }
        return Stream.<Function<Scenario, Optional<String>>>of(
                        s -> text("title", s.title(), "what holds when it passes"),
                        s -> text("why", s.why(), "what an attacker or an outage does where it does not hold"),
                        s -> text("mend (Java)", s.mend().java(), "how to mend a receiver, or Mend.anywhere(…)"),
                        s -> text("mend (Node)", s.mend().node(), "how to mend a receiver, or Mend.anywhere(…)"),
                        s -> text("mend (Go)", s.mend().go(), "how to mend a receiver, or Mend.anywhere(…)"),
                        s -> text("mend (Python)", s.mend().python(), "how to mend a receiver, or Mend.anywhere(…)"),
                        s -> text("requirement " + requirement.id(), requirement.words(), "what is required"),
                        s -> s.references().stream()
                                .flatMap(reference -> text("a reference", reference, "e.g. RFC 9110, 8.3").stream())
                                .findFirst())
                .flatMap(check -> check.apply(scenario).stream())
                .findFirst();
    }

    private static Optional<String> text(String what, String text, String wanted) {
        if (text.isBlank()) {
            return Optional.of(what + " is empty; expected " + wanted);
        }
        boolean showable = text.codePoints().noneMatch(OwnScenarios::cannotBeShown);
        return showable
                ? Optional.empty()
                : Optional.of(what + " is '" + Printable.decoded(text) + "'; expected one line of text");
    }

    private static boolean cannotBeShown(int c) {
        return Character.isISOControl(c)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    private static Optional<String> statuses(Scenario scenario) {
        return scenario.alsoRejected().stream()
                .sorted()
                .filter(status -> (status < FIRST_REJECTION || status > LAST_REJECTION) && status != NOT_IMPLEMENTED)
                .findFirst()
                .map(status -> "alsoRejectedBy " + status + " is no rejection; expected 400 to 499, or 501");
    }

    private Optional<String> since(Scenario scenario) {
        return catalogue.versions().contains(scenario.since())
                ? Optional.empty()
                : Optional.of("since " + scenario.since() + " is no version of the suite; known: "
                        + catalogue.versions().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
}
