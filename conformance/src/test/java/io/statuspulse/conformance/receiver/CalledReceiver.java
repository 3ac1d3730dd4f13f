package io.statuspulse.conformance.receiver;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.inprocess.InProcessRequest;
import io.statuspulse.simulator.inprocess.InProcessResponse;
import io.statuspulse.simulator.inprocess.RequestHeaders;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The built-in receiver without its server, to be called: the same code, right or with the same defect. */
public final class CalledReceiver {
    private static final int SERVERS_BUFFER = 16 * 1024;

    private final Parts parts;
    private final boolean onlyItsVerification;
    private final Dispatcher dispatcher;

    private CalledReceiver(ReceiverSettings settings) {
        Setup setup = new Setup(settings);
        parts = settings.defect().map(d -> d.parts(setup)).orElseGet(() -> Parts.correct(setup));
        Flow flow = settings.defect().map(d -> d.flow(parts)).orElseGet(() -> new Flow(parts));
        onlyItsVerification = parts.verification().getClass() != Verification.class
                && parts.http().getClass() == HttpRules.class
                && parts.reader().getClass() == EventReader.class
                && parts.memory().getClass() == EventMemory.class
                && flow.getClass() == Flow.class
                && settings.defect().flatMap(Defect::leniency).isEmpty();
        dispatcher =
                new Dispatcher(parts.http(), flow, new Control(parts.verification(), parts.memory()), settings.clock());
    }

    public static CalledReceiver of(ReceiverSettings settings) {
        return new CalledReceiver(settings);
    }

    /** Whether the defect is in a server's parser, which is not there to be called. */
    public static boolean isOfTheServer(Defect defect) {
        return defect.leniency().isPresent();
    }

    /** Whether whatever is wrong with it is wrong with its verification. */
    public boolean isWrongInItsVerificationOnly() {
        return onlyItsVerification;
    }

    /** Its verification alone. */
    public boolean verifies(RequestHeaders headers, byte[] body) {
        return parts.verification()
                .holds(request(new InProcessRequest("POST", HttpRules.PATH, headers, Bytes.of(body)))
                        .withBody(body));
    }

    /** The whole receiver. */
    public InProcessResponse handle(InProcessRequest request) {
        Answer answer = dispatcher.answer(request(request), source(request.body()));
        if (answer.equals(Answer.HANG_UP)) {
            throw new IllegalStateException("it would close the connection");
        }
        InProcessResponse response = InProcessResponse.of(answer.status())
                .withHeader("Date", dispatcher.date())
                .withBody(answer.body());
        for (Headers.Line line : answer.headers()) {
            response = response.withHeader(line.name(), line.value());
        }
        return response;
    }

    private static Request request(InProcessRequest request) {
        List<Headers.Line> lines = request.headers().lines().stream()
                .map(line -> new Headers.Line(line.name(), line.value()))
                .toList();
        return new Request(
                request.method(),
                request.path(),
                request.query().orElse(""),
                new Headers(lines),
                new byte[0],
                Headers.NONE,
                rawHead(request),
                new ConcurrentHashMap<>());
    }

    private static String rawHead(InProcessRequest request) {
        return request.headers().lines().stream()
                .map(CalledReceiver::rawLine)
                .collect(Collectors.joining("", request.method() + " " + request.target() + " HTTP/1.1\r\n", "\r\n"));
    }

    private static String rawLine(HeaderLine line) {
        return line.name() + ": " + line.value() + "\r\n";
    }

    private static HttpRules.BodySource source(Bytes body) {
        return new HttpRules.BodySource() {
            @Override
            public InputStream stream() {
                return new ByteArrayInputStream(body.toArray()) {
                    @Override
                    public synchronized int read(byte[] target, int offset, int length) {
                        return super.read(target, offset, Math.min(length, SERVERS_BUFFER));
                    }
                };
            }

            @Override
            public Headers trailers() {
                return Headers.NONE;
            }
        };
    }

    public int effects(String eventId) {
        return parts.memory().effects(eventId);
    }

    public Optional<String> state(String checkId) {
        return parts.memory().state(checkId);
    }

    public void failNext(String eventId) {
        parts.memory().failNext(eventId);
    }

    public void rotate(String current, Optional<String> previous) {
        parts.verification().rotate(current, previous);
    }
}
