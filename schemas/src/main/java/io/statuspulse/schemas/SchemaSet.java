package io.statuspulse.schemas;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** The compiled schemas. */
final class SchemaSet {
    static final String BASE = "https://schemas.statuspulse.io/v1/";

    private final SchemaRegistry registry;

    /**
     * @param textOf the text of a schema's file, by its name
     */
    SchemaSet(UnaryOperator<String> textOf) {
        // An IRI that is not ours gives null: the registry then looks among the metaschemas that it brings along, and
        // never on a network.
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(
                                iri -> iri.startsWith(BASE) ? textOf.apply(iri.substring(BASE.length())) : null)
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .locale(Locale.ENGLISH)
                                .build()));
    }

    static SchemaSet bundled() {
        return Bundled.INSTANCE;
    }

    List<Problem> validate(SchemaName name, JsonNode tree) {
        List<Error> errors = schema(name.iri()).validate(tree);
        return errors.isEmpty() ? List.of() : Problems.of(errors, this::titleAround);
    }

    /** The title of the subschema that a failed keyword belongs to; empty if it has none. */
    private String titleAround(Error error) {
        SchemaLocation keyword = error.getSchemaLocation();
        return schema(keyword.getAbsoluteIri().toString())
                .getSchemaNode()
                .at(keyword.getFragment().getParent().toString())
                .path("title")
                .asString("");
    }

    /** Compiled on first use and kept by the registry. */
    private Schema schema(String iri) {
        return registry.getSchema(SchemaLocation.of(iri));
    }

    private static final class Bundled {
        static final SchemaSet INSTANCE =
                new SchemaSet(file -> new String(Schemas.resource(file), StandardCharsets.UTF_8));
    }
}
