package io.statuspulse.conformance.vectors;

import java.util.List;
import java.util.stream.Stream;

/**
 * The vectors for those who verify signatures: one declared list, an area to a file. What it says is checked in as
 * {@code signature-vectors.json} of the module {@code schemas}, where people take it from.
 */
public final class SignatureVectors {
    /** The first number grows where a vector was wrong, or went away; the second where vectors were added. */
    public static final String VERSION = "1.0";

    static final long SEED = 1;

    private SignatureVectors() {}

    /** Returns every group of vectors, the same each time. */
    public static List<VectorGroup> groups() {
        return Stream.of(
                        Stream.of(ScenarioVectors.group(), signatures(), headers(), timestamps(), bodies()),
                        ToleranceVectors.groups(),
                        SecretVectors.groups())
                .flatMap(groups -> groups)
                .toList();
    }

    private static VectorGroup signatures() {
        return new VectorGroup(
                "signature",
                "The signature header's value: one text is right.",
                Setting.USUAL,
                Stream.of(MacVectors.list(), LengthVectors.list(), SpellingVectors.list())
                        .flatMap(vectors -> vectors)
                        .toList());
    }

    private static VectorGroup headers() {
        return new VectorGroup(
                "header",
                "Names and lines of headers.",
                Setting.USUAL,
                HeaderVectors.list().toList());
    }

    private static VectorGroup timestamps() {
        return new VectorGroup(
                "timestamp",
                "How a timestamp is written.",
                Setting.USUAL,
                TimestampVectors.list().toList());
    }

    private static VectorGroup bodies() {
        return new VectorGroup(
                "body",
                "Bodies as bytes.",
                Setting.USUAL,
                Stream.concat(BodyVectors.list(), CodePointVectors.list()).toList());
    }
}
