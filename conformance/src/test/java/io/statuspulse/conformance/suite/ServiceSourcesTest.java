package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampShift;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources on a class path, as tests have them. */
class ServiceSourcesTest {
    @TempDir
    Path directory;

    /** The edges of a team's own rule. */
    public static final class Edges implements ScenarioSource {
        @Override
        public List<Scenario> scenarios() {
            return scenarios(Duration.ofSeconds(300));
        }

        @Override
        public List<Scenario> scenarios(Duration tolerance) {
            return List.of(scenario("team/edge")
                    .rejects(valid().but(
                                    new TimestampShift(tolerance.plusSeconds(60).negated()))));
        }
    }

    /** Another team's. */
    public static final class Plain implements ScenarioSource {
        @Override
        public List<Scenario> scenarios() {
            return List.of(scenario("team-web/plain").accepts(valid()));
        }
    }

    @Test
    void eachIsFoundAndNamedByItsClass() throws IOException {
        Catalogue catalogue = Catalogue.builtIn().withSources(naming(Edges.class, Plain.class));

        assertThat(catalogue.own()).extracting(Scenario::id).containsExactly("team/edge", "team-web/plain");
        assertThat(catalogue.own().stream().map(catalogue::source).map(source -> source.orElse("")))
                .containsExactly(Edges.class.getName(), Plain.class.getName());
    }

    @Test
    void theyAreToldTheTolerance() throws IOException {
        Catalogue narrow = Catalogue.builtIn(Duration.ofSeconds(30)).withSources(naming(Edges.class));

        assertThat(narrow.own().get(0).trials().get(0).steps().get(0).plan().faults())
                .containsExactly(new TimestampShift(Duration.ofSeconds(-90)));
    }

    @Test
    void aClassPathWithoutSourcesIsTheSuiteAlone() {
        Catalogue catalogue = Catalogue.builtIn().withSources(getClass().getClassLoader());

        assertThat(catalogue.scenarios()).isEqualTo(Suite.scenarios());
    }

    @Test
    void aSourceThatCannotBeLoadedIsTold() throws IOException {
        ClassLoader loader = naming("com.example.Gone");

        assertThatThrownBy(() -> Catalogue.builtIn().withSources(loader))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("scenario sources on the class path: Provider com.example.Gone not found");
    }

    /** What lies on the class path anyway is not the file's. */
    @Test
    void aFileHoldsWhatItHoldsItself() throws IOException {
        naming(Edges.class);

        assertThatThrownBy(() -> Catalogue.builtIn().withFile(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + directory + "' holds no scenarios: ")
                .hasMessageEndingWith(" names no class of its own");
    }

    private ClassLoader naming(Class<?>... sources) throws IOException {
        return naming(Arrays.stream(sources).map(Class::getName).toArray(String[]::new));
    }

    private ClassLoader naming(String... sources) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(ScenarioSource.class.getName()), String.join("\n", sources));
        return new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader());
    }

    private static ScenarioBuilder scenario(String id) {
        return must(id, Requirement.own("TEAM-1", "It is so."), "it is so")
                .why("Why.")
                .mend(Mend.anywhere("Mend."));
    }
}
