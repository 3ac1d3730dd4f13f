package io.statuspulse.conformance.suite;

import io.statuspulse.conformance.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs what users wrote, and says of whatever it throws where it came from. */
final class ServiceSources {
    private ServiceSources() {}

    /** Returns the sources that the class loader finds. */
    static List<ScenarioSource> in(ClassLoader loader) {
        return guarded("scenario sources on the class path", () -> {
            List<ScenarioSource> sources = new ArrayList<>();
            ServiceLoader.load(ScenarioSource.class, loader).forEach(sources::add);
            return sources;
        });
    }

    /** Returns the sources that this class loader itself holds, and not what its parents do. */
    static List<ScenarioSource> heldBy(ClassLoader loader, String name) {
        return guarded(
                name,
                () -> ServiceLoader.load(ScenarioSource.class, loader).stream()
                        .filter(provider -> provider.type().getClassLoader() == loader)
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    /** Returns what a source has. */
    static List<Scenario> read(String name, ScenarioSource source, Duration tolerance) {
        List<Scenario> scenarios = guarded(name, () -> source.scenarios(tolerance));
        return present(scenarios, name + ": " + source.getClass().getName());
    }

    private static List<Scenario> present(@Nullable List<Scenario> scenarios, String where) {
        if (scenarios == null || scenarios.isEmpty()) {
            throw new IllegalArgumentException(where + " returns no scenario; expected at least one");
        }
        for (@Nullable Scenario scenario : scenarios) {
            if (scenario == null) {
                throw new IllegalArgumentException(where + " returns a list that holds null");
            }
        }
        return List.copyOf(scenarios);
    }

    private static <T> T guarded(String name, Supplier<T> foreign) {
        try {
            return foreign.get();
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            // Whatever others wrote may throw anything; none of it is an error of the kit.
            throw new IllegalArgumentException(name + ": " + LoadingFailure.words(e), e);
        }
    }
}
