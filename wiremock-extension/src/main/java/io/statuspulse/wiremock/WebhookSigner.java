package io.statuspulse.wiremock;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListenerDefinition;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.extension.responsetemplating.TemplateEngine;
import com.github.tomakehurst.wiremock.http.FixedDelayDistribution;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.SignatureScheme;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wiremock.webhooks.WebhookDefinition;
import org.wiremock.webhooks.WebhookTransformer;

/**
 * Puts timestamp and signature on a webhook.
 *
 * <p>WireMock fills templates in after its transformers have run, so what they see is not what is sent. This one fills them
 * in itself and hands the body on as bytes, which WireMock sends as they are.
 */
final class WebhookSigner implements WebhookTransformer, StubLifecycleListener {
    private static final SignatureScheme SCHEME = SignatureScheme.STATUSPULSE;
    private static final String WEBHOOK = "webhook";

    private final SignatureParameters parameters;
    private final TemplateEngine templates;
    private final Clock clock;

    WebhookSigner(SignatureParameters parameters, TemplateEngine templates, Clock clock) {
        this.parameters = parameters;
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public String getName() {
        return "statuspulse-webhook-signing";
    }

    @Override
    public WebhookDefinition transform(ServeEvent serveEvent, WebhookDefinition webhook) {
        Optional<Secret> secret = secret(webhook.getExtraParameters());
        if (secret.isEmpty()) {
            return webhook;
        }
        Map<String, Object> model = model(serveEvent, webhook);
        requireUnpacked(webhook, model);
        pinDelay(webhook);
        Bytes body = pinBody(webhook, model);
        String timestamp = SCHEME.timestamp(sentAt(webhook));
        String signature = SCHEME.sign(secret.get(), timestamp, body);
        return webhook.withHeaders(signed(webhook, timestamp, signature));
    }

    /** Returns the secret to sign with; empty for a webhook that does not ask to be signed. */
    private Optional<Secret> secret(@Nullable Map<String, ?> extra) {
        @Nullable Object asked = extra == null ? null : extra.get(SignatureParameters.NAME);
        if (asked == null || asked.equals(false)) {
            return Optional.empty();
        }
        if (asked.equals(true)) {
            return Optional.of(parameters.secret(Map.of()));
        }
        if (asked instanceof Map<?, ?> given) {
            Map<String, Object> named = new TreeMap<>();
            given.forEach((name, value) -> named.put(String.valueOf(name), value));
            return Optional.of(parameters.secret(named));
        }
        throw new IllegalArgumentException(SignatureParameters.NAME + ": it is " + asked
                + "; expected true, or an object with secret or secretEnv");
    }

    /** What templates of webhooks see, as WireMock gives it to them. */
    private Map<String, Object> model(ServeEvent serveEvent, WebhookDefinition webhook) {
        Map<String, Object> model = new TreeMap<>(templates.buildModelForRequest(serveEvent));
        model.put("parameters", webhook.getExtraParameters());
        model.put("originalRequest", model.get("request"));
        model.remove("request");
        return model;
    }

    private String filled(String text, Map<String, Object> model) {
        return templates.getUncachedTemplate(text).apply(model);
    }

    private void requireUnpacked(WebhookDefinition webhook, Map<String, Object> model) {
        boolean packed = webhook.getHeaders().all().stream()
                .filter(header -> header.key().equalsIgnoreCase("Content-Encoding"))
                .flatMap(header -> header.getValues().stream())
                .anyMatch(value -> filled(value, model).toLowerCase(Locale.ROOT).contains("gzip"));
        if (packed) {
            throw new IllegalArgumentException(
                    SignatureParameters.NAME + ": the webhook has Content-Encoding: gzip, so that"
                            + " WireMock packs its body after it was signed; leave that header out");
        }
    }

    /** Draws the delay now, so that the timestamp can tell when the webhook is sent. */
    private static void pinDelay(WebhookDefinition webhook) {
        if (webhook.getDelay() != null) {
            webhook.withDelay(new FixedDelayDistribution(webhook.getDelaySampleMillis()));
        }
    }

    /** Fills the body in and returns the bytes that will be sent: none where the method has no body. */
    private Bytes pinBody(WebhookDefinition webhook, Map<String, Object> model) {
        webhook.withMethod(filled(webhook.getMethod(), model));
        if (webhook.hasBody() && webhook.getBody() != null) {
            webhook.withBinaryBody(Bytes.utf8(filled(webhook.getBody(), model)).toArray());
        }
        boolean sendsBody = RequestMethod.fromString(webhook.getMethod()).hasEntity() && webhook.hasBody();
        return sendsBody ? Bytes.of(webhook.getBinaryBody()) : Bytes.EMPTY;
    }

    private Instant sentAt(WebhookDefinition webhook) {
        return clock.instant().plusMillis(webhook.getDelaySampleMillis());
    }

    private static List<HttpHeader> signed(WebhookDefinition webhook, String timestamp, String signature) {
        List<HttpHeader> headers = new ArrayList<>(webhook.getHeaders().all());
        headers.removeIf(header -> header.key().equalsIgnoreCase(SCHEME.timestampHeader())
                || header.key().equalsIgnoreCase(SCHEME.signatureHeader()));
        headers.add(new HttpHeader(SCHEME.timestampHeader(), timestamp));
        headers.add(new HttpHeader(SCHEME.signatureHeader(), signature));
        return headers;
    }

    @Override
    public void beforeStubCreated(StubMapping stub) {
        check(stub);
    }

    @Override
    public void beforeStubEdited(StubMapping oldStub, StubMapping newStub) {
        check(newStub);
    }

    /** Refuses a stub whose webhooks could not be signed. */
    private void check(StubMapping stub) {
        List<ServeEventListenerDefinition> listeners = stub.getServeEventListeners();
        if (listeners == null) {
            return;
        }
        for (int i = 0; i < listeners.size(); i++) {
            if (WEBHOOK.equals(listeners.get(i).getName())) {
                @Nullable Parameters given = listeners.get(i).getParameters();
                try {
                    secret(given);
                } catch (IllegalArgumentException e) {
                    throw SignatureParameters.refusal("/serveEventListeners/" + i + "/parameters", e);
                }
            }
        }
    }
}
