package io.statuspulse.wiremock;

import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.extension.ExtensionFactory;
import com.github.tomakehurst.wiremock.extension.WireMockServices;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureVerifier;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Signs the webhooks of WireMock that ask for it, as StatusPulse signs (contract REQ-SIG-1, REQ-TIME-1): those with an extra
 * parameter {@value #NAME}, which is {@code true} or holds {@code secret} or {@code secretEnv} (an environment variable's
 * name). Without a secret the one given in Java is taken, or that of the environment variable {@code STATUSPULSE_SECRET}.
 *
 * <p>What is signed is the body as it is sent: templates in it are filled in first, once, and the bytes then stay as they
 * are. The timestamp is that of the sending: a webhook's delay is added. Headers of these names that the webhook has itself
 * are replaced. A webhook that cannot be signed is not sent; why stands in an error on the serve event.
 *
 * <p>It runs after every transformer that is a plain extension. One that comes from another factory, and changes the body, may
 * run after it, and then the signature is wrong.
 */
public final class StatusPulseWebhookSigning implements ExtensionFactory {
    /** The name of the extra parameter. */
    public static final String NAME = SignatureParameters.NAME;

    private final SignatureParameters parameters;
    private final Clock clock;

    /** For WireMock, which discovers it: secrets come from stubs or from the environment. */
    public StatusPulseWebhookSigning() {
        this(SignatureParameters.of(Optional.empty()), Clock.systemUTC());
    }

    StatusPulseWebhookSigning(SignatureParameters parameters, Clock clock) {
        this.parameters = parameters;
        this.clock = clock;
    }

    /**
     * Signing with that secret where a webhook names none.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public static StatusPulseWebhookSigning with(String secret) {
        SignatureVerifier inCode = SignatureVerifier.of(Secrets.of(Secret.of(secret)));
        return new StatusPulseWebhookSigning(SignatureParameters.of(Optional.of(inCode)), Clock.systemUTC());
    }

    /** Returns the same with timestamps of that clock. */
    public StatusPulseWebhookSigning withClock(Clock other) {
        return new StatusPulseWebhookSigning(parameters, other);
    }

    /** For WireMock: makes the transformer for one server. */
    @Override
    public List<Extension> create(WireMockServices services) {
        return List.of(new WebhookSigner(parameters, services.getTemplateEngine(), clock));
    }
}
