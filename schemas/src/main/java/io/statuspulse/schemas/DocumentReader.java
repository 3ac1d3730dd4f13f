package io.statuspulse.schemas;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads documents strictly: what is ambiguous or broken is a problem, never an exception. */
final class DocumentReader {
    // Names are not canonicalized: the table for that gives up on keys whose hashes were made to collide, which are
    // valid JSON, and no document here lives long enough to gain by it.
    static final DocumentReader JSON = new DocumentReader(
            "json",
            JsonMapper.builder(JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build()));

    static final DocumentReader YAML = new DocumentReader("yaml", YAMLMapper.builder(new YAMLFactory()));

    /** Below, pointers are longer than what they point at, and a hostile document has very many. */
    private static final int DEEPEST_WITH_LINE = 4;

    /** The rule that an unreadable document breaks. */
    private final String rule;

    private final ObjectMapper mapper;

    private <M extends ObjectMapper, B extends MapperBuilder<M, B>> DocumentReader(String rule, B builder) {
        this.rule = rule;
        this.mapper = builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .nodeFactory(new WholeNumbers())
                .build();
    }

    Document read(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (decoder.decode(in, out, true).isError()) {
            return unreadable("the document is not UTF-8: the byte at offset " + in.position() + " does not fit");
        }
        try {
            return parse(out.flip().toString());
        } catch (StreamConstraintsException | NumberFormatException e) {
            // The latter of an exponent that no number here can have. Not the exception's own words: they are made with
            // the locale of the machine.
            return unreadable("the document exceeds a limit: nesting of " + StreamReadConstraints.DEFAULT_MAX_DEPTH
                    + " levels, numbers of " + StreamReadConstraints.DEFAULT_MAX_NUM_LEN + " digits, names of "
                    + StreamReadConstraints.DEFAULT_MAX_NAME_LEN + " characters, texts of "
                    + StreamReadConstraints.DEFAULT_MAX_STRING_LEN + " characters");
        } catch (MismatchedInputException e) {
            // A tree mismatches nothing but the wish that there be no second one.
            return unreadable("the document goes on after its end" + Words.at(e));
        } catch (JacksonException e) {
            return unreadable(Words.of(e) + Words.at(e));
        }
    }

    private Document parse(String text) {
        JsonNode tree = mapper.readTree(text);
        if (tree.isMissingNode()) {
            return unreadable("the document is empty");
        }
        return hasAlias(text)
                ? unreadable("the document has an alias: quote a text that begins with an asterisk")
                : new Document.Tree(tree);
    }

    /** The tree does not tell: in it, an alias has become a text that is its name. */
    private boolean hasAlias(String text) {
        if (!(mapper instanceof YAMLMapper)) {
            return false;
        }
        try (JsonParser parser = mapper.createParser(text)) {
            boolean found = false;
            while (!found && parser.nextToken() != null) {
                found = ((YAMLParser) parser).isCurrentAlias();
            }
            return found;
        }
    }

    /** Returns the line of each value that is not too deep, by JSON Pointer; of a document that was read before. */
    Map<String, Integer> lines(byte[] bytes) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = mapper.createParser(new String(bytes, StandardCharsets.UTF_8))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructEnd() || token == JsonToken.PROPERTY_NAME) {
                    continue;
                }
                TokenStreamContext context = parser.streamReadContext();
                lines.put(
                        context.pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
                if (token.isStructStart() && context.getNestingDepth() > DEEPEST_WITH_LINE) {
                    parser.skipChildren();
                }
            }
        }
        return lines;
    }

    private Document unreadable(String words) {
        return new Document.Unreadable(new Problem("", rule, words));
    }
}
