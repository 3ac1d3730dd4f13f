package io.statuspulse.conformance.verifier;

import io.statuspulse.fuzz.Claim;
import io.statuspulse.schemas.Problem;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a verifier prints is split the same in any pieces, and each line is an answer exactly where the schema says so. */
public final class VerifierAnswerFuzz {
    private static final int MOST_LINE = 200;

    private VerifierAnswerFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<LineSplitter.Line> lines = lines(input, Math.max(1, input.length));
        Claim.same(lines, lines(input, 1), () -> "byte by byte");
        lines.forEach(VerifierAnswerFuzz::read);
    }

    private static List<LineSplitter.Line> lines(byte[] input, int piece) {
        List<LineSplitter.Line> lines = new ArrayList<>();
        LineSplitter splitter = new LineSplitter(MOST_LINE, lines::add);
        byte[] buffer = new byte[piece];
        for (int from = 0; from < input.length; from += piece) {
            int length = Math.min(piece, input.length - from);
            System.arraycopy(input, from, buffer, 0, length);
            splitter.add(buffer, length);
        }
        splitter.close();
        return lines;
    }

    private static void read(LineSplitter.Line line) {
        String text = line.text();
        if (text.isBlank()) {
            return; // It is passed over.
        }
        Claim.oneLine(AnswerLine.shown(text));
        List<Problem> problems = Schemas.validate(SchemaName.VERIFIER_ANSWER, text.getBytes(StandardCharsets.UTF_8));
        boolean valid = problems.isEmpty();
        try {
            Answer answer = AnswerLine.read(text);
            Claim.that(valid || isBeyondTheSchema(problems, answer), () -> "taken, and the schema says no: " + text);
            Claim.same(answer, AnswerLine.read(text), () -> text);
        } catch (IllegalArgumentException e) {
            Claim.that(!valid, () -> "refused, and the schema says yes: " + text);
            Claim.oneLine(String.valueOf(e.getMessage()));
        }
    }

    /** Of fields that are passed over the schemas read the numbers too; and an empty id is that of no request. */
    private static boolean isBeyondTheSchema(List<Problem> problems, Answer answer) {
        return answer.id().isEmpty()
                || problems.stream().allMatch(problem -> problem.rule().equals("json"));
    }
}
