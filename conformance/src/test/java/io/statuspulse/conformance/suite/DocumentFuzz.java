package io.statuspulse.conformance.suite;

import io.statuspulse.fuzz.Claim;
import io.statuspulse.schemas.Problem;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import io.statuspulse.simulator.delivery.Printable;
import java.util.Arrays;
import java.util.List;

/**
 * A document of whatever bytes is valid or has problems in words, never an exception. The first byte chooses the schema,
 * and whether it is read as YAML.
 */
public final class DocumentFuzz {
    private DocumentFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        SchemaName[] names = SchemaName.values();
        SchemaName schema = names[(input[0] & 0x0f) % names.length];
        byte[] document = Arrays.copyOfRange(input, 1, input.length);
        List<Problem> problems =
                (input[0] & 0x10) != 0 ? Schemas.validateYaml(schema, document) : Schemas.validate(schema, document);
        for (Problem problem : problems) {
            Claim.oneLine(Printable.decoded(problem.words()));
            Claim.that(!problem.rule().isBlank(), () -> "no rule: " + problem);
        }
        Claim.same(problems.stream().distinct().toList(), problems, () -> "told twice");
    }
}
