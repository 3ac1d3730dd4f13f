package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.scenario.Mend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How to mend a receiver, in the language that it is likely written in. */
final class Advice {
    private Advice() {}

    /** Returns the hints in order, a line each; in every language, a line each, where the receiver's is not known. */
    static String of(List<Mend> mends, Optional<Language> language) {
        return mends.stream().map(mend -> of(mend, language)).collect(Collectors.joining("\n"));
    }

    private static String of(Mend mend, Optional<Language> language) {
        if (mend.sameEverywhere()) {
            return mend.java();
        }
        return language.flatMap(known -> known.hint(mend)).orElseGet(() -> {
            List<String> all = new ArrayList<>();
            for (Language one : Language.values()) {
                one.hint(mend).ifPresent(hint -> all.add(one.label() + ": " + hint));
            }
            return String.join("\n", all);
        });
    }
}
