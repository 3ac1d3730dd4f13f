package io.statuspulse.conformance.run;

import io.statuspulse.conformance.run.TrialOutcome.Broke;
import io.statuspulse.conformance.run.TrialOutcome.CannotBeMade;
import io.statuspulse.conformance.run.TrialOutcome.Held;
import io.statuspulse.conformance.run.TrialOutcome.ProvesNothing;
import io.statuspulse.conformance.run.TrialOutcome.Silence;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.simulator.tls.HelloAnswer;
import io.statuspulse.simulator.tls.TlsVersion;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import io.statuspulse.simulator.wire.Handshake;
import io.statuspulse.simulator.wire.Http2Exchange;
import io.statuspulse.simulator.wire.TlsProbe;
import java.util.List;

/** Valid deliveries over one version of TLS, over HTTP/2, and without TLS. */
final class TlsDeliveryRun {
    private final Health health;
    private final Courier courier;
    private final Tls tls;

    TlsDeliveryRun(Health health, Courier courier, Tls tls) {
        this.health = health;
        this.courier = courier;
        this.tls = tls;
    }

    TrialOutcome over(TlsVersion version) {
        if (!TlsProbe.speaks(version)) {
            return nothing("this JVM's own settings have " + version.label() + " disabled");
        }
        Handshake handshake = tls.handshake(version);
        if (handshake.failure().isPresent()) {
            return lacks(version, handshake);
        }
        Exchange exchange = courier.send(delivery -> tls.sendOver(version, delivery));
        return judge(exchange, version.label(), new Fact("handshake", "agreed on " + handshake.suite()));
    }

    /** Tells a server that lacks the version from one that this JDK cannot talk to for another reason. */
    private TrialOutcome lacks(TlsVersion version, Handshake handshake) {
        Failure failure = handshake.failure().orElseThrow();
        if (failure.kind() != Failure.Kind.TLS_FAILED || !handshake.chain().isEmpty()) {
            return nothing(failure.words());
        }
        if (version == TlsVersion.TLS_1_2
                && tls.helloUpTo12() instanceof HelloAnswer.Agreed agreed
                && agreed.version() == version.number()) {
            return nothing(agreed.words() + ", which this JDK does not speak");
        }
        return tls.works()
                ? new Broke(List.of(new Fact("actual", failure.words())), false, Silence.NONE)
                : nothing(failure.words());
    }

    TrialOutcome overHttp2() {
        Handshake handshake = tls.handshake();
        if (handshake.failure().isPresent()) {
            return nothing(handshake.failure().get().words());
        }
        String chosen = handshake.applicationProtocol();
        if (!chosen.equals(Tls.HTTP_2)) {
            return new CannotBeMade(
                    "the server does not offer HTTP/2 (" + (chosen.isEmpty() ? "no ALPN" : "ALPN: " + chosen) + ")");
        }
        boolean[] overHttp2 = new boolean[1];
        Exchange exchange = courier.send(delivery -> {
            Http2Exchange sent = tls.sendOverHttp2(delivery);
            overHttp2[0] = sent.overHttp2();
            return sent.exchange();
        });
        return exchange.accepted() && !overHttp2[0]
                ? nothing("the server chose HTTP/2 first, and HTTP/1.1 when the delivery was sent")
                : judge(exchange, "HTTP/2", new Fact("handshake", "agreed on HTTP/2 (ALPN)"));
    }

    private TrialOutcome judge(Exchange exchange, String over, Fact seen) {
        if (exchange.accepted()) {
            return new Held(List.of(seen));
        }
        boolean untrusted = exchange.failure()
                .filter(f -> f.kind() == Failure.Kind.TLS_FAILED)
                .isPresent();
        if (untrusted) {
            return nothing("the server speaks " + over + ", but no delivery was sent: " + Words.of(exchange));
        }
        if (!health.baselineAccepted()) {
            return nothing("the server speaks " + over + ", but the receiver accepts no valid delivery: "
                    + Words.of(exchange));
        }
        return TrialOutcome.limited(exchange)
                .orElseGet(() ->
                        new Broke(List.of(new Fact("actual", Words.of(exchange))), false, Health.silence(exchange)));
    }

    /** A redirection to https, an error page, an alert, a closed connection: everything is fine but an acceptance. */
    TrialOutcome plainly(List<Claim> claims) {
        Exchange exchange = courier.send(tls::sendPlainly);
        Fact actual = new Fact("actual", Words.of(exchange));
        if (exchange.accepted()) {
            return new Broke(List.of(actual), false, Silence.NONE);
        }
        boolean answered = exchange.failure().isEmpty();
        if (Health.silence(exchange) == Silence.NOBODY_THERE) {
            return nothing(Words.of(exchange));
        }
        if (answered && exchange.status() / 100 != 3 && !health.baselineAccepted()) {
            return nothing(
                    "the receiver accepts no valid delivery over TLS either; without TLS: " + Words.of(exchange));
        }
        claims.add(new Claim(exchange.delivery().eventId(), 0));
        return new Held(List.of(new Fact("without TLS", Words.of(exchange))));
    }

    private static ProvesNothing nothing(String reason) {
        return new ProvesNothing(reason, List.of(), false);
    }
}
