package io.statuspulse.conformance.suite;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.SuiteVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scenarios that can be run: those of the suite, and after them a user's own. Immutable; every method that adds
 * scenarios returns another catalogue, and checks them first:
 *
 * <ul>
 *   <li>ids are {@code area/name} in kebab-case, unique, in the area {@code team} or one that begins with {@code team-},
 *       which the suite never uses;
 *   <li>title, why, mend and the requirement's words are there;
 *   <li>something is sent, and what must be rejected has a control that differs from it.
 * </ul>
 */
public final class Catalogue {
    private final Duration tolerance;
    private final SuiteVersion version;
    private final List<Scenario> scenarios;

    /** Where own scenarios come from, by id. */
    private final Map<String, String> sources;

    private Catalogue(Duration tolerance, SuiteVersion version, List<Scenario> scenarios, Map<String, String> sources) {
        this.tolerance = tolerance;
        this.version = version;
        this.scenarios = List.copyOf(scenarios);
        this.sources = Map.copyOf(sources);
    }

    /** The suite for receivers with the default tolerance of 300 s. */
    public static Catalogue builtIn() {
        return builtIn(Suite.TOLERANCE);
    }

    /** The suite, with its edges where that tolerance puts them. */
    public static Catalogue builtIn(Duration tolerance) {
        return new Catalogue(tolerance, SuiteVersion.of(Suite.VERSION), Suite.scenarios(tolerance), Map.of());
    }

    /** A suite of another version, with other scenarios: there is none yet, and what will hold then must hold in tests. */
    static Catalogue of(String version, List<Scenario> scenarios) {
        return new Catalogue(Suite.TOLERANCE, SuiteVersion.of(version), scenarios, Map.of());
    }

    /**
     * Returns this catalogue and these scenarios.
     *
     * @param source where they come from, for messages and listings, e.g. {@code team.jar}
     * @throws IllegalArgumentException if one of them cannot be taken; the message names the source, the scenario, and
     *     what would be right
     */
    public Catalogue with(String source, List<Scenario> own) {
        new OwnScenarios(this, source).check(own);
        Map<String, String> from = new LinkedHashMap<>(sources);
        own.forEach(scenario -> from.put(scenario.id(), source));
        List<Scenario> all = new ArrayList<>(scenarios);
        all.addAll(own);
        return new Catalogue(tolerance, version, all, from);
    }

    /**
     * Returns this catalogue and what every {@link ScenarioSource} that this class loader finds has; without one, this
     * catalogue. The source of a scenario is the name of its class.
     *
     * @throws IllegalArgumentException if a source cannot be loaded, or as in {@link #with(String, List)}
     */
    public Catalogue withSources(ClassLoader loader) {
        Catalogue all = this;
        for (ScenarioSource source : ServiceSources.in(loader)) {
            all = all.with(source);
        }
        return all;
    }

    /**
     * Returns this catalogue and what that source has; its name is that of its class.
     *
     * @throws IllegalArgumentException if it returns no scenarios, or as in {@link #with(String, List)}
     */
    public Catalogue with(ScenarioSource source) {
        String name = source.getClass().getName();
        return with(name, ServiceSources.read(name, source, tolerance));
    }

    /**
     * Returns this catalogue and the scenarios of a jar file, or of a directory of classes, that is not on the class path.
     * The source of a scenario is the file's name. The classes may use those of the kit; their class loader is closed when
     * this returns.
     *
     * @throws IllegalArgumentException if it cannot be read or holds no {@link ScenarioSource}, or as in
     *     {@link #withSources}
     */
    public Catalogue withFile(Path jarOrDirectory) {
        return ScenarioFile.addTo(this, jarOrDirectory);
    }

    Duration tolerance() {
        return tolerance;
    }

    /** The suite's version; own scenarios have no say in it. */
    public SuiteVersion version() {
        return version;
    }

    /** The versions that the suite had, the oldest first. */
    public List<SuiteVersion> versions() {
        return Stream.concat(scenarios.stream().map(Scenario::since), Stream.of(version))
                .distinct()
                .sorted()
                .toList();
    }

    /** Every scenario, the suite's first, area by area; own ones after them, source by source. */
    public List<Scenario> scenarios() {
        return scenarios;
    }

    /** The own scenarios. */
    public List<Scenario> own() {
        return scenarios.stream()
                .filter(scenario -> sources.containsKey(scenario.id()))
                .toList();
    }

    /** The scenarios that this version of the suite added, or a later one. */
    public List<Scenario> addedSince(SuiteVersion first) {
        return scenarios.stream()
                .filter(scenario -> scenario.since().compareTo(first) >= 0)
                .toList();
    }

    /** Finds the scenario of that id. */
    public Optional<Scenario> find(String id) {
        return scenarios.stream().filter(scenario -> scenario.id().equals(id)).findFirst();
    }

    /** Tells where an own scenario comes from; empty for those of the suite. */
    public Optional<String> source(Scenario scenario) {
        return Optional.ofNullable(sources.get(scenario.id()));
    }

    /**
     * Returns the version of that name.
     *
     * @throws IllegalArgumentException if the suite never had it; the message lists the known ones
     */
    public SuiteVersion versionNamed(String text) {
        return versions().stream()
                .filter(known -> known.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no suite '" + text + "'; known: "
                        + versions().stream().map(SuiteVersion::toString).collect(Collectors.joining(", "))));
    }
}
