package io.statuspulse.conformance.vectors;

import static io.statuspulse.conformance.scenario.Level.MAY;
import static io.statuspulse.conformance.scenario.Level.MUST;
import static io.statuspulse.conformance.scenario.Level.SHOULD;

import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Requirement;
import java.util.List;
import java.util.Optional;

/**
 * Vectors that show one thing in many variants.
 *
 * @param id {@code area/family}, permanent
 * @param level how much they bind; what is acceptable is a MAY whatever this says
 * @param requirement what they are about
 * @param flag what they are about, for those who choose by flags
 */
record Family(String id, Level level, Requirement requirement, VectorFlag flag) {

    static Family must(String id, Requirement requirement, VectorFlag flag) {
        return new Family(id, MUST, requirement, flag);
    }

    static Family should(String id, Requirement requirement, VectorFlag flag) {
        return new Family(id, SHOULD, requirement, flag);
    }

    SignatureVector valid(String variant, String comment, Request request) {
        return vector(variant, comment, level, flags(request), request, VectorResult.VALID, Optional.empty());
    }

    SignatureVector invalid(String variant, String comment, Reason reason, Request request) {
        return vector(variant, comment, level, flags(request), request, VectorResult.INVALID, Optional.of(reason));
    }

    SignatureVector acceptable(String variant, String comment, VectorFlag policy, Request request) {
        return vector(variant, comment, MAY, List.of(policy), request, VectorResult.ACCEPTABLE, Optional.empty());
    }

    private List<VectorFlag> flags(Request request) {
        return VectorFlag.with(flag, request.body());
    }

    private SignatureVector vector(
            String variant,
            String comment,
            Level binding,
            List<VectorFlag> flags,
            Request request,
            VectorResult result,
            Optional<Reason> reason) {
        return new SignatureVector(
                id + "." + variant,
                comment,
                binding,
                requirement,
                Optional.empty(),
                flags,
                request.headers(),
                request.body(),
                result,
                reason);
    }
}
