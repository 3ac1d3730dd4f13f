package io.statuspulse.conformance.verifier;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.schemas.Schemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Vectors, each with the scenario that it is told as in reports. Immutable.
 *
 * <p>What {@link #select} leaves out is not asked.
 */
public final class Vectors {
    private static final String FILE = "signature-vectors.json";

    private final String version;
    private final long seed;
    private final Map<String, Vector> byId;
    private final List<Scenario> scenarios;

    Vectors(String version, long seed, List<Vector> vectors) {
        this.version = version;
        this.seed = seed;
        this.byId = new LinkedHashMap<>();
        vectors.forEach(vector -> byId.put(vector.id(), vector));
        this.scenarios = vectors.stream().map(VectorScenario::of).toList();
    }

    /** The kit's own. */
    public static Vectors bundled() {
        return VectorReader.bundled(Schemas.resource(FILE));
    }

    /**
     * Reads a file of vectors, e.g. of another version of the kit.
     *
     * @param file keeps to {@link io.statuspulse.schemas.SchemaName#SIGNATURE_VECTORS}; read and not kept
     * @param source what messages call it, e.g. its name
     * @throws IllegalArgumentException if it does not; the message, of one line, names the source and what is wrong
     */
    public static Vectors read(byte[] file, String source) {
        return VectorReader.checked(file, source);
    }

    /** Their version, major.minor. */
    public String version() {
        return version;
    }

    /** What decided everything in them that is random. */
    long seed() {
        return seed;
    }

    /** What they are in reports, in order. */
    public List<Scenario> scenarios() {
        return scenarios;
    }

    /**
     * Returns those that are selected, in order; may be empty.
     *
     * @param select an id, a glob over ids, an area, a level or a flag, of which one must match; empty for all
     * @param exclude in the same form, of which none may match
     * @throws IllegalArgumentException if one matches none at all; the message names the nearest ids
     */
    public Vectors select(List<String> select, List<String> exclude) {
        return new Vectors(version, seed, VectorSelection.of(this, select, exclude));
    }

    /**
     * What vectors have in common that differ in one detail.
     *
     * @param id what stands before the dot of their ids, {@code area/family}
     * @param title what they are about, in one line
     * @param vectors these
     */
    public record Family(String id, String title, Vectors vectors) {}

    /** Returns their families, in the order of their first ones. */
    public List<Family> families() {
        Map<String, List<Vector>> families = new LinkedHashMap<>();
        byId.values()
                .forEach(vector -> families.computeIfAbsent(vector.family(), id -> new ArrayList<>())
                        .add(vector));
        return families.entrySet().stream()
                .map(family -> new Family(
                        family.getKey(), title(family.getValue()), new Vectors(version, seed, family.getValue())))
                .toList();
    }

    private static String title(List<Vector> family) {
        Vector first = family.get(0);
        return family.size() == 1
                ? first.comment()
                : family.size() + " vectors: " + first.flag().description();
    }

    List<Vector> list() {
        return new ArrayList<>(byId.values());
    }

    /** Returns the line that asks a verifier about each, in order; a verifier that is run by hand takes them. */
    public List<String> requests() {
        return list().stream().map(Vector::question).map(RequestLine::text).toList();
    }
}
