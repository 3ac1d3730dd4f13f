package io.statuspulse.schemas;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.networknt.schema.Error;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns what the validator reports into one problem per broken rule. */
final class Problems {
    /** Rules about the members of an object: each missing or unknown member is a problem of its own. */
    private static final Set<String> ABOUT_MEMBERS = Set.of("required", "additionalProperties");

    /** Rules about a value: a text that is not a date breaks the pattern for dates as well, and is told so once. */
    private static final List<String> ABOUT_VALUES =
            List.of("type", "const", "enum", "not", "minimum", "maximum", "minLength", "pattern", "format");

    private Problems() {}

    static List<Problem> of(List<Error> errors, Function<Error, String> titleAround) {
        return errors.stream()
                .collect(groupingBy(error -> error.getInstanceLocation().toString(), TreeMap::new, toList()))
                .values()
                .stream()
                .flatMap(Problems::distinctRules)
                .map(error -> new Problem(
                        error.getInstanceLocation().toString(),
                        error.getKeyword(),
                        Words.of(error, titleAround.apply(error))))
                .toList();
    }

    private static Stream<Error> distinctRules(List<Error> sameValue) {
        Stream<Error> members = sameValue.stream()
                .filter(Problems::isAboutMembers)
                .sorted(comparing(Error::getKeyword).thenComparing(Error::getProperty));
        Stream<Error> first =
                sameValue.stream()
                        .filter(error -> !isAboutMembers(error))
                        .min(Comparator.comparingInt(Problems::rank))
                        .stream();
        return Stream.concat(first, members);
    }

    private static boolean isAboutMembers(Error error) {
        return ABOUT_MEMBERS.contains(error.getKeyword());
    }

    private static int rank(Error error) {
        int index = ABOUT_VALUES.indexOf(error.getKeyword());
        return index < 0 ? ABOUT_VALUES.size() : index;
    }
}
