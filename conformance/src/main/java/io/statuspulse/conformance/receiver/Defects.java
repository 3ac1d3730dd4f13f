package io.statuspulse.conformance.receiver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every defect that the built-in receiver can be given. */
public final class Defects {

    private static final List<Defect> ALL = Stream.of(
                    SignatureDefects.all(),
                    ComparisonDefects.all(),
                    MacDefects.all(),
                    SignaturePlaceDefects.all(),
                    TimestampDefects.all(),
                    TimestampSyntaxDefects.all(),
                    SecretDefects.all(),
                    RotationDefects.all(),
                    BodyDefects.all(),
                    JsonDefects.all(),
                    IdempotencyDefects.all(),
                    RetryDefects.all(),
                    OrderingDefects.all(),
                    SchemaDefects.all(),
                    PayloadDefects.all(),
                    ContentDefects.all(),
                    HttpDefects.all(),
                    ContentTypeDefects.all(),
                    MethodDefects.all(),
                    TransportDefects.all(),
                    LoadDefects.all(),
                    WireDefects.all())
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Defect> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Defect::name, Function.identity()));

    private Defects() {}

    /** All of them, area by area; unmodifiable. */
    public static List<Defect> all() {
        return ALL;
    }

    /** The one of this name; empty if there is none. */
    public static Optional<Defect> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
