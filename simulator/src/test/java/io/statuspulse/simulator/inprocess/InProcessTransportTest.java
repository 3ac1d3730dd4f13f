package io.statuspulse.simulator.inprocess;

import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.simulator.Simulator;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.NotComposableException;
import io.statuspulse.simulator.delivery.SentEdit.AlterSignature;
import io.statuspulse.simulator.delivery.SentEdit.HeaderNames;
import io.statuspulse.simulator.delivery.SentEdit.LetterCase;
import io.statuspulse.simulator.delivery.SentEdit.Method;
import io.statuspulse.simulator.delivery.SentEdit.MoveSignature;
import io.statuspulse.simulator.delivery.SentEdit.PadHeaderValues;
import io.statuspulse.simulator.delivery.SentEdit.SignaturePlace;
import io.statuspulse.simulator.delivery.SentEdit.SignatureText;
import io.statuspulse.simulator.delivery.SignatureAlteration;
import io.statuspulse.simulator.delivery.WireEdit;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import io.statuspulse.simulator.wire.Response;
import io.statuspulse.simulator.wire.Target;
import io.statuspulse.simulator.wire.Transport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class InProcessTransportTest {
    private static final String SECRET = "whsec_0123456789abcdef";
    private static final Target TARGET = Target.of("http://localhost/webhook?tenant=7");
    private static final Clock FIXED = Clock.fixed(Instant.parse("2026-03-01T04:05:06Z"), ZoneOffset.UTC);
    private static final Duration PLENTY = Duration.ofSeconds(30);

    @Test
    void handlerSeesWhatAServerHandsOn() {
        Delivery delivery = composed(valid().with(new HeaderNames(LetterCase.LOWER)));

        InProcessRequest request = received(delivery);

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/webhook?tenant=7");
        assertThat(request.path()).isEqualTo("/webhook");
        assertThat(request.query()).contains("tenant=7");
        assertThat(request.body()).isEqualTo(delivery.body());
        assertThat(request.headers().lines()).isEqualTo(delivery.headers());
        assertThat(request.headers().asMap())
                .containsKeys("content-type", "x-statuspulse-signature")
                .containsEntry(
                        "content-length", List.of(String.valueOf(delivery.body().size())));
        assertThat(request)
                .hasToString(
                        "InProcessRequest[POST /webhook, " + delivery.body().size() + " bytes of body]");
    }

    @Test
    void valuesComeWithoutTheWhiteSpaceAroundThemAndBytesAsChars() {
        assertThat(received(composed(valid().with(new PadHeaderValues())))
                        .headers()
                        .first("X-StatusPulse-Timestamp")
                        .orElseThrow())
                .matches("[0-9]{10}");
        assertThat(received(composed(valid().but(new SignatureText("\u00c3\u00a9"))))
                        .headers()
                        .first("X-StatusPulse-Signature"))
                .contains("\u00c3\u00a9");
    }

    @Test
    void targetOfADeliveryIsTheOneInItsRequestLine() {
        InProcessRequest request =
                received(composed(valid().but(new Method("PUT"), new MoveSignature(SignaturePlace.QUERY))));

        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.query().orElseThrow()).startsWith("tenant=7&X-StatusPulse-Signature=");
    }

    @Test
    void answerIsTheHandlers() {
        Exchange exchange = send(
                request -> InProcessResponse.of(202).withHeader("X-One", "1").withBody("taken"), composed(valid()));

        assertThat(exchange.accepted()).isTrue();
        assertThat(exchange.failure()).isEmpty();
        assertThat(exchange.startedAt()).isEqualTo(FIXED.instant());
        assertThat(exchange.timings().answer()).isPositive();
        assertThat(exchange.timings().total()).isEqualTo(exchange.timings().answer());
        assertThat(exchange.response())
                .contains(new Response(202, "", List.of(new HeaderLine("X-One", "1")), Bytes.utf8("taken"), false));
    }

    @Test
    void longBodyIsCut() {
        Response response = send(r -> InProcessResponse.of(200).withBody("x".repeat(70_000)), composed(valid()))
                .response()
                .orElseThrow();

        assertThat(response.body().size()).isEqualTo(65_536);
        assertThat(response.bodyTruncated()).isTrue();
    }

    @Test
    void someAnswersHaveNoBody() {
        Delivery head = composed(valid().but(new Method("HEAD")));

        assertThat(body(send(r -> InProcessResponse.of(200).withBody("secret"), head)))
                .isEmpty();
        assertThat(body(send(r -> InProcessResponse.of(204).withBody("secret"), composed(valid()))))
                .isEmpty();
    }

    @Test
    void whatIsThrownIsA500ThatNamesIt() {
        Exchange exchange = send(InProcessTransportTest::breakDown, composed(valid()));

        assertThat(exchange.status()).isEqualTo(500);
        assertThat(body(exchange))
                .matches(
                        "threw java\\.lang\\.IllegalStateException at InProcessTransportTest\\.java:[0-9]+: no such key");
    }

    private static InProcessResponse breakDown(InProcessRequest request) {
        throw new IllegalStateException("no such key");
    }

    @Test
    void errorsCountAsExceptionsDo() {
        assertThat(body(send(InProcessTransportTest::recurse, composed(valid()))))
                .startsWith("threw java.lang.StackOverflowError at InProcessTransportTest.java:");
        assertThat(body(send(
                        r -> {
                            throw new AssertionError();
                        },
                        composed(valid()))))
                .startsWith("threw java.lang.AssertionError");
    }

    @SuppressWarnings("InfiniteRecursion") // That is what is tested.
    private static InProcessResponse recurse(InProcessRequest request) {
        return recurse(request);
    }

    @Test
    void aHandlerThatReturnsNothingIsA500() {
        assertThat(body(send(request -> null, composed(valid())))).isEqualTo("the handler returned null");
    }

    @Test
    void whatIsThrownShowsNothingConfidential() {
        Delivery forged = composed(valid().but(new AlterSignature(SignatureAlteration.EVERY_CHARACTER)));
        String expected = signature(composed(valid()));

        Exchange exchange = send(
                request -> {
                    throw new IllegalStateException(SECRET + " makes " + expected);
                },
                forged);

        assertThat(body(exchange))
                .doesNotContain(SECRET)
                .doesNotContain(expected)
                .contains(expected.substring(0, 8));
        assertThat(forged.redaction()
                        .revealsExpectedSignature(
                                exchange.response().orElseThrow().body()))
                .isFalse();
    }

    @Test
    void aBodyOfTheHandlersIsLeftAsItIs() {
        Delivery delivery = composed(valid());

        assertThat(body(send(
                        request -> InProcessResponse.of(401).withBody(SECRET).explained("why"), delivery)))
                .isEqualTo(SECRET);
    }

    @Test
    void verifierAnswers200And401And500() {
        Delivery delivery = composed(valid());

        assertThat(send(InProcessHandler.of((headers, body) -> true), delivery).status())
                .isEqualTo(200);
        assertThat(send(InProcessHandler.of((headers, body) -> false), delivery).status())
                .isEqualTo(401);
        assertThat(send(InProcessHandler.of((headers, body) -> body[body.length] == 0), delivery)
                        .status())
                .isEqualTo(500);
    }

    @Test
    void verifierThatThrowsAnswers401WithItsWordsAndWhateverElseItThrowsIsA500() {
        Delivery delivery = composed(valid());

        assertThat(send(InProcessHandler.of(SecurityException.class, (headers, body) -> {}), delivery)
                        .status())
                .isEqualTo(200);
        Exchange rejected = send(
                InProcessHandler.of(SecurityException.class, (headers, body) -> {
                    throw new SecurityException("expected another");
                }),
                delivery);
        assertThat(rejected.status()).isEqualTo(401);
        assertThat(body(rejected)).isEqualTo("java.lang.SecurityException: expected another");
        assertThat(send(
                                InProcessHandler.of(SecurityException.class, (headers, body) -> {
                                    throw new IllegalStateException("no secret");
                                }),
                                delivery)
                        .status())
                .isEqualTo(500);
    }

    @Test
    void verifierMayKeepAndChangeTheBody() {
        Delivery delivery = composed(valid());
        Bytes before = delivery.body();
        InProcessHandler handler = InProcessHandler.of((headers, body) -> {
            body[0] = 'x';
            return true;
        });

        send(handler, delivery);

        assertThat(delivery.body().at(0)).isEqualTo((byte) '{');
        assertThat(delivery.body()).isEqualTo(before);
    }

    @Test
    void callThatDoesNotReturnIsAFailureAndInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        InProcessHandler handler = request -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return InProcessResponse.of(200);
        };
        try (Transport transport = InProcessTransport.to(handler, Duration.ofMillis(50), FIXED)) {
            Exchange exchange = transport.send(TARGET, composed(valid()));

            assertThat(exchange.response()).isEmpty();
            assertThat(exchange.failure())
                    .contains(new Failure(Failure.Kind.ANSWER_TIMEOUT, "the call did not return within 50 ms"));
            interrupted.await();
        }
    }

    @Test
    void interruptedSenderGetsAFailureAndKeepsItsFlag() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Exchange> exchange = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        try (Transport transport = InProcessTransport.to(hanging(begun), PLENTY, FIXED)) {
            Thread sender = new Thread(() -> {
                exchange.set(transport.send(TARGET, composed(valid())));
                flag.set(Thread.currentThread().isInterrupted());
            });
            sender.start();
            begun.await();
            sender.interrupt();
            sender.join();
        }
        assertThat(exchange.get().failure())
                .contains(new Failure(Failure.Kind.NOT_AWAITED, "interrupted while the call was under way"));
        assertThat(flag.get()).isTrue();
    }

    @Test
    void closingEndsWhatIsUnderWayAndWhatComesLater() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Exchange> exchange = new AtomicReference<>();
        Transport transport = InProcessTransport.to(hanging(begun), PLENTY, FIXED);
        Thread sender = new Thread(() -> exchange.set(transport.send(TARGET, composed(valid()))));
        sender.start();
        begun.await();
        transport.close();
        sender.join();

        assertThat(exchange.get().failure().orElseThrow().kind()).isEqualTo(Failure.Kind.NOT_AWAITED);
        assertThat(transport
                        .send(TARGET, composed(valid()))
                        .failure()
                        .orElseThrow()
                        .kind())
                .isEqualTo(Failure.Kind.NOT_AWAITED);
    }

    private static InProcessHandler hanging(CountDownLatch begun) {
        return request -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return InProcessResponse.of(200);
        };
    }

    static Stream<Edit> editsOfTheWire() {
        return Stream.of(
                new WireEdit.Chunked(7),
                new WireEdit.SplitWrites(3, Duration.ZERO),
                new WireEdit.ExpectContinue(Duration.ZERO),
                new WireEdit.CloseBeforeAnswer(),
                new WireEdit.ShortContentLength(5),
                new WireEdit.HalfBody(WireEdit.Ending.CLOSE),
                new WireEdit.Pipelined(),
                new WireEdit.HugeBody(1),
                new MoveSignature(SignaturePlace.TRAILER));
    }

    @ParameterizedTest
    @MethodSource("editsOfTheWire")
    void whatTheWireWouldDoIsNotQuietlyLeftOut(Edit edit) {
        try (Transport transport = InProcessTransport.to(request -> InProcessResponse.of(200), PLENTY, FIXED)) {
            Delivery delivery = composed(valid().but(edit));

            assertThatThrownBy(() -> transport.send(TARGET, delivery))
                    .isInstanceOf(NotComposableException.class)
                    .hasMessageStartingWith("within a process no bytes travel: ")
                    .hasMessageEndingWith(edit.print());
        }
    }

    @Test
    void connectionIsOneCallAfterTheOther() {
        try (Transport transport = InProcessTransport.to(request -> InProcessResponse.of(200), PLENTY, FIXED);
                Transport.Connection connection = transport.open(TARGET)) {
            assertThat(connection.send(composed(valid())).accepted()).isTrue();
            assertThat(connection.send(composed(valid())).accepted()).isTrue();
            assertThat(connection.reused()).isFalse();
            assertThatThrownBy(connection::connect).isInstanceOf(NotComposableException.class);
            assertThatThrownBy(() -> connection.endedWithin(Duration.ZERO)).isInstanceOf(NotComposableException.class);
        }
    }

    @Test
    void statusThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InProcessResponse.of(100))
                .withMessage("status: 100 is out of range [200, 599]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InProcessResponse.of(0))
                .withMessageContaining("status: 0");
    }

    private static InProcessRequest received(Delivery delivery) {
        AtomicReference<InProcessRequest> received = new AtomicReference<>();
        send(
                request -> {
                    received.set(request);
                    return InProcessResponse.of(200);
                },
                delivery);
        return received.get();
    }

    private static Exchange send(InProcessHandler handler, Delivery delivery) {
        try (Transport transport = InProcessTransport.to(handler, PLENTY, FIXED)) {
            return transport.send(TARGET, delivery);
        }
    }

    private static String body(Exchange exchange) {
        return exchange.response().orElseThrow().body().asUtf8();
    }

    private static String signature(Delivery delivery) {
        return delivery.headers().stream()
                .filter(line -> line.is("X-StatusPulse-Signature"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** The same event whatever the plan, at one moment: its signature can be known beforehand. */
    private static Delivery composed(DeliveryPlan plan) {
        try (Simulator statusPulse =
                Simulator.to(TARGET.uri()).secret(SECRET).with(settings -> settings.withClock(FIXED))) {
            DeliveryPlan same = plan.with(new SetField("check_id", "\"chk_kit_in_process\""));
            return statusPulse.compose(same, statusPulse.event(same));
        }
    }
}
