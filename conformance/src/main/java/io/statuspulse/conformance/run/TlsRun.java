package io.statuspulse.conformance.run;

import io.statuspulse.conformance.run.TrialOutcome.Broke;
import io.statuspulse.conformance.run.TrialOutcome.CannotBeMade;
import io.statuspulse.conformance.run.TrialOutcome.Held;
import io.statuspulse.conformance.run.TrialOutcome.ProvesNothing;
import io.statuspulse.conformance.run.TrialOutcome.Silence;
import io.statuspulse.conformance.scenario.TlsProcedure;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.simulator.tls.CertificateAspect;
import io.statuspulse.simulator.tls.CertificateFinding;
import io.statuspulse.simulator.tls.HelloAnswer;
import io.statuspulse.simulator.tls.TlsVersion;
import io.statuspulse.simulator.wire.Failure;
import io.statuspulse.simulator.wire.Handshake;
import java.util.ArrayList;
import java.util.List;

/** Trials of the handshake and of the certificate, in which no request is sent. */
final class TlsRun {
    private static final String NOT_TLS = "there is no TLS to judge: the endpoint's URL is http";

    private final RunSettings settings;
    private final Tls tls;

    TlsRun(RunSettings settings, Tls tls) {
        this.settings = settings;
        this.tls = tls;
    }

    TrialOutcome run(TlsProcedure procedure, TlsDeliveryRun deliveries, List<Claim> claims) {
        if (!tls.spoken()) {
            return new CannotBeMade(NOT_TLS);
        }
        if (procedure instanceof TlsProcedure.VersionRefused refused) {
            return refused(tls.helloUpTo(refused.atMost()), refused.atMost(), false);
        } else if (procedure instanceof TlsProcedure.WeakSuitesRefused) {
            return refused(tls.helloWithWeakSuites(), TlsVersion.TLS_1_2, true);
        } else if (procedure instanceof TlsProcedure.Certificate certificate) {
            return certificate(certificate.aspect());
        } else if (procedure instanceof TlsProcedure.DeliveryOver over) {
            return deliveries.over(over.version());
        } else if (procedure instanceof TlsProcedure.DeliveryOverHttp2) {
            return deliveries.overHttp2();
        } else if (procedure instanceof TlsProcedure.PlainHttp) {
            return deliveries.plainly(claims);
        }
        throw new IllegalStateException("no such procedure: " + procedure);
    }

    /** A refusal is judged beside its control: a server that refuses every handshake refuses this one too. */
    private TrialOutcome refused(HelloAnswer answer, TlsVersion offered, boolean weakOnly) {
        if (answer instanceof HelloAnswer.Failed failed) {
            return new ProvesNothing(failed.words(), List.of(), false);
        }
        if (answer instanceof HelloAnswer.Agreed agreed
                && agreed.within(offered)
                && (!weakOnly || agreed.suite().weak())) {
            return new Broke(List.of(new Fact("actual", agreed.words())), false, Silence.NONE);
        }
        return tls.works()
                ? new Held(List.of(new Fact("handshake", answer.words())))
                : new ProvesNothing(noHandshake(), List.of(), false);
    }

    private TrialOutcome certificate(CertificateAspect aspect) {
        Handshake handshake = tls.handshake();
        if (handshake.chain().isEmpty()) {
            return new ProvesNothing("no certificate could be read: " + noHandshake(), List.of(), false);
        }
        CertificateFinding finding = tls.inspect(aspect, handshake.chain());
        Fact seen = new Fact(
                "certificate",
                "of " + settings.target().host() + ", " + handshake.chain().size() + " presented: " + finding.words());
        return switch (finding.state()) {
            case HOLDS -> new Held(List.of(seen));
            case UNKNOWN -> new ProvesNothing(finding.words(), List.of(), false);
            case FAILS -> new Broke(broken(finding), false, Silence.NONE);
        };
    }

    private List<Fact> broken(CertificateFinding finding) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("actual", "the certificate: " + finding.words()));
        if (settings.tls().insecure()) {
            facts.add(new Fact("insecure", "every certificate is taken for deliveries (--insecure), and judged here"));
        }
        return facts;
    }

    /** Returns why this JDK has no connection, and what an older client would have got. */
    private String noHandshake() {
        String why = tls.handshake().failure().map(Failure::words).orElse("the server presented none");
        HelloAnswer older = tls.helloUpTo12();
        return older instanceof HelloAnswer.Failed ? why : why + "; to a hello of TLS 1.2 or older, " + older.words();
    }
}
