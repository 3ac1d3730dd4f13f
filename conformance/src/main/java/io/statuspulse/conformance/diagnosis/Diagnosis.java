package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.simulator.wire.Exchange;
import java.util.List;

/**
 * What was found out about how a receiver verifies.
 *
 * @param plain a correctly signed delivery and its answer
 * @param findings what the receiver seems to do wrong; empty where nothing was found
 * @param proofs deliveries that prove the findings, with their answers; may be empty
 * @param deliveries how many were sent
 */
public record Diagnosis(Exchange plain, List<Finding> findings, List<Exchange> proofs, int deliveries) {

    public Diagnosis {
        findings = List.copyOf(findings);
        proofs = List.copyOf(proofs);
    }
}
