package io.statuspulse.conformance.report;

import io.statuspulse.conformance.diagnosis.Diagnosis;
import io.statuspulse.conformance.report.Style.Tone;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.simulator.delivery.Redaction;
import io.statuspulse.simulator.wire.Exchange;

/** A diagnosis for people at a terminal. */
public final class DiagnosisText {
    private DiagnosisText() {}

    /**
     * Renders the findings in lines of at most 80 columns. Nothing confidential is in it, and nothing that a terminal acts
     * on but the colours.
     *
     * @param color whether to add ANSI colours
     */
    public static String render(Diagnosis diagnosis, boolean color) {
        Page page = new Page(Style.of(color));
        boolean accepted = diagnosis.plain().accepted();
        page.heading(
                accepted ? Tone.GOOD : Tone.BAD,
                accepted ? "ACCEPTED" : "REFUSED",
                "a correctly signed delivery got " + diagnosis.plain().status());
        for (Finding raw : diagnosis.findings()) {
            Finding finding = Disclosure.of(raw, text -> redacted(diagnosis, text));
            page.blank();
            page.heading(Tone.BAD, "FOUND", finding.finding());
            page.entry(2, "seen", finding.evidence());
            String label = "mend";
            for (String hint : finding.mend().split("\n", -1)) {
                page.entry(2, label, hint);
                label = "";
            }
        }
        if (accepted && diagnosis.findings().isEmpty()) {
            page.text(2, "It accepts bodies of unusual spelling too, if they are signed as they are sent.");
        }
        page.blank();
        page.text(0, diagnosis.deliveries() + " deliveries were sent.");
        return page.toString();
    }

    private static String redacted(Diagnosis diagnosis, String text) {
        Redaction plain = diagnosis.plain().delivery().redaction();
        String shown = plain.apply(text);
        for (Exchange proof : diagnosis.proofs()) {
            shown = proof.delivery().redaction().apply(shown);
        }
        return shown;
    }
}
