package io.statuspulse.conformance.receiver;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Bodies that are parsed and written anew before they are verified, or if they do not verify (REQ-SIG-2). */
final class JsonDefects {

    private JsonDefects() {}

    static List<Defect> all() {
        return List.of(
                BodyDefects.rewrites(
                        "reserializes-json",
                        "verifies the body as JSON.stringify writes it after JSON.parse",
                        "amio #67",
                        Rewriting::javaScript),
                BodyDefects.rewrites(
                        "reserializes-known-fields",
                        "reads the eleven known fields, of duplicates the first, and verifies an event written of them",
                        "",
                        Rewriting::firstKnownFields),
                fallingBack(
                        "falls-back-to-compact-json",
                        "verifies the body without its white space if it does not verify as sent",
                        Rewriting::compact),
                fallingBack(
                        "falls-back-to-known-fields",
                        "verifies an event written of the eleven known fields if the body does not verify as sent",
                        Rewriting::knownFields),
                fallingBack(
                        "falls-back-to-ascii-json",
                        "verifies the body written as Python writes JSON, in ASCII, if it does not verify as sent",
                        Rewriting::ascii),
                fallingBack(
                        "falls-back-to-php-json",
                        "verifies the body written as PHP writes JSON, slashes escaped, if it does not verify as sent",
                        Rewriting::php));
    }

    private static Defect fallingBack(String name, String summary, UnaryOperator<byte[]> rewriting) {
        return Defect.ofVerification(name, summary, "", setup -> new Verification(setup) {
            @Override
            boolean signed(Request request, String timestamp, String signature) {
                if (super.signed(request, timestamp, signature)) {
                    return true;
                }
                byte[] other = rewriting.apply(request.body());
                return !Arrays.equals(other, request.body())
                        && super.signed(request.withBody(other), timestamp, signature);
            }
        });
    }
}
