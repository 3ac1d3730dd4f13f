package io.statuspulse.conformance.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that must have been seen for a rule to apply.
 *
 * @param how how many of the scenarios must be so
 * @param symptoms what must be wrong with them; none where nothing may be
 * @param globs the scenarios
 * @param so what follows from it, for people; may be empty
 */
record Condition(How how, Set<Symptom> symptoms, List<String> globs, String so) {

    /** How many must be so. */
    enum How {
        /** At least one. */
        ANY,
        /** At least three. */
        SEVERAL,
        /** All that were judged, and at least one for each glob. */
        EACH,
        /** None, and at least one for each glob was judged: all as it must be. */
        HELD,
        /** None; nothing need have been judged. */
        NONE,
        /** At least one could not be judged. */
        UNCLEAR,
        /** At least one was answered with the right time. */
        DATED,
        /** Those that are wrong were not answered otherwise than a forgery. */
        AS_FORGED,
        /** At least one that is wrong was answered otherwise than a forgery. */
        NOT_AS_FORGED
    }

    /** What of a run a condition is about. */
    record Met(Condition condition, List<Case> cases) {}

    /** Returns the cases that meet it; empty where it is not met. */
    Optional<Met> in(Cases run) {
        List<Case> all = run.matching(globs);
        List<Case> wrong =
                all.stream().filter(c -> run.isOpen(c) && c.has(symptoms)).toList();
        List<Case> held = all.stream().filter(Case::held).toList();
        return switch (how) {
            case ANY -> met(wrong, !wrong.isEmpty());
            case SEVERAL -> met(wrong, wrong.size() >= 3);
            case EACH -> met(wrong, eachGlobHas(wrong) && all.stream().allMatch(c -> wrong.contains(c) || !judged(c)));
            case HELD -> met(held, eachGlobHas(held) && all.stream().noneMatch(Case::failed));
            case NONE -> met(held, all.stream().noneMatch(c -> c.has(symptoms)));
            case UNCLEAR -> {
                List<Case> unclear = all.stream().filter(Case::unclear).toList();
                yield met(unclear, !unclear.isEmpty());
            }
            case DATED -> {
                List<Case> dated = all.stream().filter(Case::hasRightDate).toList();
                yield met(dated, !dated.isEmpty());
            }
            case AS_FORGED, NOT_AS_FORGED -> {
                List<Case> otherwise =
                        wrong.stream().filter(run::isAnsweredUnlikeForgeries).toList();
                yield how == How.AS_FORGED ? met(wrong, otherwise.isEmpty()) : met(otherwise, !otherwise.isEmpty());
            }
        };
    }

    private boolean eachGlobHas(List<Case> cases) {
        return globs.stream().allMatch(glob -> cases.stream().anyMatch(one -> Glob.matches(glob, one.id())));
    }

    private static boolean judged(Case one) {
        return one.failed() || one.held();
    }

    private Optional<Met> met(List<Case> cases, boolean holds) {
        return holds ? Optional.of(new Met(this, cases)) : Optional.empty();
    }

    /** Returns whether it asks for something wrong. */
    boolean isPositive() {
        return how == How.ANY || how == How.SEVERAL || how == How.EACH;
    }
}
