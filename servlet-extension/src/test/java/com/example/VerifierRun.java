package com.example;

import io.statuspulse.conformance.inprocess.InProcessReceiver;
import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Report;

class VerifierRun {
    static Report run(String secret) {
        InProcessReceiver receiver =
                InProcessReceiver.verifier((headers, body) -> WebhookVerifier.isGenuine(secret, headers.asMap(), body));
        try (Session session = Session.open(receiver.settings(secret).build())) {
            return session.run("default", Selection.of(Profile.DEFAULT).from(Suite.scenarios()), RunListener.SILENT);
        }
    }
}
