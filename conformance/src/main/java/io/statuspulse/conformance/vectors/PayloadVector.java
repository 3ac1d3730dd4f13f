package io.statuspulse.conformance.vectors;

import io.statuspulse.schemas.Problem;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import io.statuspulse.simulator.bytes.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * One body and what both strictnesses of the event's schema say of it.
 *
 * @param id permanent, {@code area/family.variant}
 * @param comment what is special about it
 * @param scenario the scenario that sends such a body to receivers
 * @param body the raw body
 * @param received what is wrong with it where it is received; empty where nothing is
 * @param emitted what is wrong with it where it is emitted
 */
record PayloadVector(
        String id,
        String comment,
        Optional<String> scenario,
        Bytes body,
        List<Problem> received,
        List<Problem> emitted) {

    static PayloadVector judged(String id, String comment, Optional<String> scenario, Bytes body) {
        return new PayloadVector(
                id,
                comment,
                scenario,
                body,
                Schemas.validate(SchemaName.EVENT_RECEIVED, body.toArray()),
                Schemas.validate(SchemaName.EVENT_EMITTED, body.toArray()));
    }

    VectorFlag flag() {
        if (received.stream().anyMatch(problem -> problem.rule().equals("json"))) {
            return VectorFlag.UNREADABLE;
        }
        if (!received.isEmpty()) {
            return VectorFlag.BROKEN_EVENT;
        }
        return emitted.isEmpty() ? VectorFlag.VALID_EVENT : VectorFlag.NEWER_EVENT;
    }
}
