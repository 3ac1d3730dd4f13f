package io.statuspulse.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.MissingNode;

/**
 * The contract's schemas and examples, and the judging of documents by them.
 *
 * <p>Thread-safe. The schemas are compiled once, on first use. Nothing is fetched over a network, and formats
 * ({@code date-time}, {@code uri}, {@code date}) are asserted.
 *
 * <p>A document that cannot be read gives a single {@link Problem} and never an exception: one that is not UTF-8, is
 * malformed, has something after its end, repeats a key, nests deeper than 500 levels, or holds a number of more than
 * 1,000 digits when written out.
 */
public final class Schemas {
    private static final String DIRECTORY = "v1/";

    private Schemas() {}

    /**
     * Judges the body of a delivery as a receiver should: by {@link SchemaName#EVENT_RECEIVED}.
     *
     * @param body the raw bytes of the body, read and not kept
     * @return as {@link #validate(SchemaName, byte[])}
     */
    public static List<Problem> validate(byte[] body) {
        return validate(SchemaName.EVENT_RECEIVED, body);
    }

    /**
     * Judges a JSON document (RFC 8259, UTF-8 without byte order mark).
     *
     * @param schema what to judge by
     * @param json the document's bytes, read and not kept
     * @return one problem per broken rule, ordered by pointer, immutable; empty if the document is valid. A value that
     *     breaks several rules at once is reported for the first of them only: type before value before form.
     */
    public static List<Problem> validate(SchemaName schema, byte[] json) {
        return judge(schema, DocumentReader.JSON.read(json));
    }

    /**
     * Judges a YAML document as the JSON that it stands for. Aliases are refused, because a glob such as
     * {@code *}{@code /missing} that somebody forgot to quote reads as one.
     *
     * @param schema what to judge by
     * @param yaml the document's bytes in UTF-8, read and not kept
     * @return as {@link #validate(SchemaName, byte[])}
     */
    public static List<Problem> validateYaml(SchemaName schema, byte[] yaml) {
        return judge(schema, DocumentReader.YAML.read(yaml));
    }

    /**
     * Reads a JSON document and judges it, as {@link #validate(SchemaName, byte[])} does.
     *
     * @param schema what to judge by
     * @param json the document's bytes, read and not kept
     */
    public static Reading read(SchemaName schema, byte[] json) {
        return read(schema, DocumentReader.JSON, json);
    }

    /**
     * Reads a YAML document and judges it, as {@link #validateYaml(SchemaName, byte[])} does.
     *
     * @param schema what to judge by
     * @param yaml the document's bytes in UTF-8, read and not kept
     */
    public static Reading readYaml(SchemaName schema, byte[] yaml) {
        return read(schema, DocumentReader.YAML, yaml);
    }

    /** The text of a schema, in UTF-8. */
    public static byte[] text(SchemaName schema) {
        return resource(schema.file());
    }

    /** The example of the provider's guide, byte for byte: from its opening to its closing brace, no line end after it. */
    public static byte[] guideExample() {
        return resource("examples/valid/guide-example.json");
    }

    /**
     * A file of the contract as data.
     *
     * @param path relative to the contract's version, with {@code /}: a schema such as {@code event-common.schema.json},
     *     {@code openapi.yaml}, {@code examples/examples.json} (the index of the examples) or an example that it names
     * @return a new array each time
     * @throws IllegalArgumentException if there is no such file
     */
    public static byte[] resource(String path) {
        // A path that climbs out would find other files of this package where classes are files, but not in a jar.
        boolean inside = !path.isEmpty() && !path.startsWith("/") && !path.contains("..");
        try (InputStream in = inside ? Schemas.class.getResourceAsStream(DIRECTORY + path) : null) {
            if (in == null) {
                throw new IllegalArgumentException("no file of the contract is named \"" + path + "\"");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read \"" + path + "\" of the contract", e);
        }
    }

    private static Reading read(SchemaName schema, DocumentReader reader, byte[] bytes) {
        Document document = reader.read(bytes);
        List<Problem> problems = judge(schema, document);
        return document instanceof Document.Tree tree
                ? new Reading(tree.root(), problems, reader.lines(bytes))
                : new Reading(MissingNode.getInstance(), problems, Map.of());
    }

    private static List<Problem> judge(SchemaName schema, Document document) {
        if (document instanceof Document.Unreadable unreadable) {
            return List.of(unreadable.problem());
        }
        return SchemaSet.bundled().validate(schema, ((Document.Tree) document).root());
    }
}
