package io.statuspulse.wiremock;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.CustomMatcherDefinition;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.matching.RequestMatcherExtension;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.SubEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureScheme;
import io.statuspulse.simulator.signing.SignatureVerifier;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request matcher, {@value #NAME}, that matches deliveries whose signature and timestamp hold, and nothing else (contract
 * REQ-SIG-1 to REQ-SIG-3, REQ-TIME-1 to REQ-TIME-3, REQ-ROT-1).
 *
 * <p>Parameters, all optional: {@code secret} or {@code secretEnv} (an environment variable's name), {@code previousSecret}
 * or {@code previousSecretEnv}, {@code toleranceSeconds} (0 to 86400, 300 by default). Without a secret the one given in
 * Java is taken, or that of the environment variable {@code STATUSPULSE_SECRET}. A stub with wrong parameters is refused
 * when it is made.
 *
 * <p>A timestamp is compared with the moment at which WireMock took the request, also where requests are verified later; in
 * patterns with a path template, with the moment of matching. WireMock unpacks a body that is gzip, or looks like it, before
 * any matcher sees it: signatures over packed bytes do not match.
 */
public final class StatusPulseSignatureMatcher extends RequestMatcherExtension implements StubLifecycleListener {
    /** The name by which stubs ask for it. */
    public static final String NAME = SignatureParameters.NAME;

    private static final SignatureScheme SCHEME = SignatureScheme.STATUSPULSE;
    private static final String POINTER = "/request/customMatcher/parameters";

    private final SignatureParameters parameters;
    private final Optional<Clock> clock;

    /** For WireMock, which discovers it: secrets come from stubs or from the environment. */
    public StatusPulseSignatureMatcher() {
        this(SignatureParameters.of(Optional.empty()), Optional.empty());
    }

    StatusPulseSignatureMatcher(SignatureParameters parameters, Optional<Clock> clock) {
        this.parameters = parameters;
        this.clock = clock;
    }

    /**
     * A matcher for that secret where a stub names none, with a tolerance of 300 s.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public static StatusPulseSignatureMatcher of(String secret) {
        return of(SignatureVerifier.of(Secrets.of(Secret.of(secret))));
    }

    /** A matcher for those secrets and that tolerance where a stub says nothing else. */
    public static StatusPulseSignatureMatcher of(SignatureVerifier verifier) {
        return new StatusPulseSignatureMatcher(SignatureParameters.of(Optional.of(verifier)), Optional.empty());
    }

    /** Returns one that compares timestamps with that clock, at the moment of matching. */
    public StatusPulseSignatureMatcher withClock(Clock other) {
        return new StatusPulseSignatureMatcher(parameters, Optional.of(other));
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getExpected() {
        return "a StatusPulse signature and timestamp that hold";
    }

    /**
     * Matches, or says in a warning on the serve event what is wrong.
     *
     * @throws IllegalArgumentException if the parameters are wrong; the message names the parameter, and no secret
     */
    @Override
    public MatchResult match(Request request, @Nullable Parameters given) {
        SignatureVerifier verifier = parameters.verifier(given == null ? Map.of() : given);
        byte[] body = request.getBody();
        List<String> problems = verifier.problems(
                values(request, SCHEME.timestampHeader()),
                values(request, SCHEME.signatureHeader()),
                body == null ? Bytes.EMPTY : Bytes.of(body),
                arrival(request));
        return problems.isEmpty()
                ? MatchResult.exactMatch()
                : MatchResult.noMatch(problems.stream()
                        .map(words -> SubEvent.warning(NAME + ": " + words))
                        .toList());
    }

    private static List<String> values(Request request, String header) {
        HttpHeader found = request.header(header);
        return found == null ? List.of() : found.getValues();
    }

    private Instant arrival(Request request) {
        return clock.map(Clock::instant)
                .orElseGet(() -> request instanceof LoggedRequest logged && logged.getLoggedDate() != null
                        ? logged.getLoggedDate().toInstant()
                        : Clock.systemUTC().instant());
    }

    /** For WireMock: refuses a stub with parameters that say nothing. */
    @Override
    public void beforeStubCreated(StubMapping stub) {
        check(stub);
    }

    /** For WireMock: as {@link #beforeStubCreated}. */
    @Override
    public void beforeStubEdited(StubMapping oldStub, StubMapping newStub) {
        check(newStub);
    }

    private void check(StubMapping stub) {
        CustomMatcherDefinition definition = stub.getRequest().getCustomMatcher();
        if (definition == null || !NAME.equals(definition.getName())) {
            return;
        }
        @Nullable Parameters given = definition.getParameters();
        try {
            parameters.verifier(given == null ? Map.of() : given);
        } catch (IllegalArgumentException e) {
            throw SignatureParameters.refusal(POINTER, e);
        }
    }
}
