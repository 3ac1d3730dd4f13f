package io.statuspulse.conformance.html;

import io.statuspulse.conformance.scenario.Mend;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What to do about a failure, in one language.
 *
 * @param language its name; empty where the hint is for whatever language
 * @param words the hint
 */
record Hint(String language, Shown words) {
    private static final List<String> LANGUAGES = List.of("Java", "Node", "Go", "Python");

    /** The language's name for programs. */
    String key() {
        return language.toLowerCase(Locale.ROOT);
    }

    /** Returns the hints that a scenario has, those that are empty left out. */
    static List<Hint> of(Mend mend) {
        return mend.hints().entrySet().stream()
                .map(hint -> hint(hint.getKey(), hint.getValue()))
                .toList();
    }

    /** Returns the hints of a finding, whose lines may name a language each; what belongs together is a list. */
    static List<List<Hint>> of(String lines) {
        List<List<Hint>> groups = new ArrayList<>();
        for (String line : lines.split("\n", -1)) {
            Hint hint = inLine(line);
            List<Hint> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            boolean another = !hint.language.isEmpty()
                    && !last.isEmpty()
                    && last.stream().noneMatch(one -> one.language.isEmpty() || one.language.equals(hint.language));
            if (another) {
                last.add(hint);
            } else if (!line.isBlank()) {
                groups.add(new ArrayList<>(List.of(hint)));
            }
        }
        return groups;
    }

    private static Hint inLine(String line) {
        Optional<String> language =
                LANGUAGES.stream().filter(name -> line.startsWith(name + ": ")).findFirst();
        return hint(
                language.orElse(""),
                language.map(name -> line.substring(name.length() + 2)).orElse(line));
    }

    private static Hint hint(String language, String words) {
        return new Hint(language, Shown.words(words.strip()));
    }
}
