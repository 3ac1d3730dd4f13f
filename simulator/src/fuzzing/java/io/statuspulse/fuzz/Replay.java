package io.statuspulse.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** Gives the fuzz targets of a module the inputs that are kept for them: seeds, and whatever was found once. */
public final class Replay {
    /** Holds a directory for each target, named as its class; that is the list of the targets. */
    static final Path INPUTS = Path.of("src", "test", "resources", "fuzz");

    /** As Jazzer is told: an end in time is part of every claim. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Replay() {}

    /** Returns a test for each input, grouped by target. */
    public static Stream<DynamicNode> ofEveryInput() {
        return targets().stream()
                .map(target -> dynamicContainer(
                        target,
                        inputs(target).stream()
                                .map(input -> dynamicTest(
                                        name(input),
                                        () -> assertTimeoutPreemptively(LONGEST, () -> run(target, input))))));
    }

    /** The names of the target classes. */
    static List<String> targets() {
        return list(INPUTS, Files::isDirectory).stream().map(Replay::name).toList();
    }

    static List<Path> inputs(String target) {
        List<Path> inputs = list(INPUTS.resolve(target), Files::isRegularFile);
        if (inputs.isEmpty()) {
            throw new IllegalStateException(INPUTS.resolve(target) + " holds no input");
        }
        return inputs;
    }

    private static void run(String target, Path input) throws Throwable {
        Method method = Class.forName(target).getMethod("fuzzerTestOneInput", byte[].class);
        try {
            method.invoke(null, (Object) Files.readAllBytes(input));
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static List<Path> list(Path directory, Predicate<Path> kind) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(kind).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
