package io.statuspulse.simulator.wire;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.HeaderLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends deliveries over HTTP/2, negotiated by ALPN on https endpoints (RFC 9113, 3.2), with the JDK's client. Of a
 * delivery it takes method, headers and body; its segments and pauses mean nothing here. It uses no proxy, follows no
 * redirect and keeps no cookies. Its classes cost nothing until one is made.
 */
public final class Http2Sender {
    private static final int KEPT = 64 * 1024;
    private static final int READ = 1024 * 1024;
    /** What belongs to the connection, or is said by HTTP/2 itself (RFC 9113, 8.2.2 and 8.3.1). */
    private static final Set<String> NOT_SENT =
            Set.of("host", "content-length", "connection", "transfer-encoding", "keep-alive", "upgrade", "expect");

    private final HttpClient client;
    private final Deadlines deadlines;
    private final Clock clock;

    /**
     * Makes a sender.
     *
     * @param deadlines of the connection, and then of request and answer together
     * @param tls whose certificates are trusted; the versions are the JDK's choice
     * @param clock dates the exchanges
     * @throws IllegalArgumentException if the CA file cannot be read or holds no certificates; the message names it
     */
    public Http2Sender(Deadlines deadlines, TlsSettings tls, Clock clock) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(deadlines.connect())
                .sslContext(TlsTrust.contextFor(tls))
                .build();
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * Sends one delivery. Blocks for at most the sum of the deadlines, and once more that of the answer for its body.
     *
     * @throws IllegalArgumentException if the target is not https: without TLS nothing negotiates HTTP/2
     */
    public Http2Exchange send(Target target, Delivery delivery) {
        if (!target.secure()) {
            throw new IllegalArgumentException("URL: '" + target + "' is not https, which HTTP/2 is negotiated on");
        }
        Instant startedAt = clock.instant();
        long begun = System.nanoTime();
        CompletableFuture<HttpResponse<InputStream>> pending =
                client.sendAsync(request(target, delivery), BodyHandlers.ofInputStream());
        Duration atMost = deadlines.connect().plus(deadlines.write()).plus(deadlines.answer());
        HttpResponse<InputStream> head = null;
        Response response = null;
        Failure failure = null;
        try {
            head = pending.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            response = response(head, Bytes.EMPTY, true);
            response = withBody(head);
        } catch (TimeoutException e) {
            failure = new Failure(
                    Failure.Kind.ANSWER_TIMEOUT, Words.of(target) + " gave no answer within " + Words.of(atMost));
        } catch (ExecutionException e) {
            failure = Http2Failures.of(e.getCause(), target, deadlines.connect());
        } catch (AnswerException e) {
            failure = e.failure();
        } catch (IOException e) {
            failure = Http2Failures.of(e, target, deadlines.connect());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = new Failure(
                    Failure.Kind.NOT_AWAITED,
                    "the sending thread was interrupted while waiting for the answer of " + Words.of(target));
        } finally {
            pending.cancel(true);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Timings timings = new Timings(Duration.ZERO, Duration.ZERO, Duration.ZERO, took, Duration.ZERO);
        Exchange exchange =
                new Exchange(delivery, Optional.ofNullable(response), Optional.ofNullable(failure), timings, startedAt);
        return new Http2Exchange(exchange, isHttp2(head));
    }

    private static boolean isHttp2(@Nullable HttpResponse<?> head) {
        return head != null && head.version() == HttpClient.Version.HTTP_2;
    }

    private static HttpRequest request(Target target, Delivery delivery) {
        String[] line = delivery.requestLine().split(" ", -1);
        String path = line.length > 1 ? line[1] : target.path();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("https://" + Words.of(target) + (path.startsWith("/") ? path : "/" + path)))
                .method(
                        line[0],
                        HttpRequest.BodyPublishers.ofByteArray(delivery.body().toArray()));
        for (HeaderLine header : delivery.headers()) {
            if (!NOT_SENT.contains(header.name().toLowerCase(Locale.ROOT))) {
                request.header(header.name(), header.value());
            }
        }
        return request.build();
    }

    private Response withBody(HttpResponse<InputStream> head) throws IOException {
        String where = head.uri().getAuthority();
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long size = 0;
        try (Watchdog watchdog = new Watchdog();
                InputStream body = head.body()) {
            Watchdog.Watch watch = watchdog.watch(deadlines.answer(), () -> closeQuietly(body));
            byte[] part = new byte[4096];
            try {
                for (int got = body.read(part); got >= 0 && size <= READ; got = body.read(part)) {
                    kept.write(part, 0, Math.min(got, KEPT - kept.size()));
                    size += got;
                }
            } catch (IOException e) {
                if (watch.stop()) {
                    throw late(where, size);
                }
                throw e;
            }
            if (watch.stop()) {
                throw late(where, size);
            }
        }
        if (size > READ) {
            throw new AnswerException(
                    Failure.Kind.ANSWER_TOO_LARGE, "the body of the answer is larger than 1 MiB (" + where + ")");
        }
        return response(head, Bytes.of(kept.toByteArray()), size > kept.size());
    }

    private AnswerException late(String where, long size) {
        return new AnswerException(
                Failure.Kind.ANSWER_TIMEOUT,
                where + " did not finish the body of its answer within " + Words.of(deadlines.answer()) + " (" + size
                        + " bytes came)");
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // Whoever reads it finds out.
        }
    }

    private static Response response(HttpResponse<?> head, Bytes body, boolean cut) {
        List<HeaderLine> lines = head.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> new HeaderLine(header.getKey(), value)))
                .filter(line -> !line.name().startsWith(":"))
                .collect(Collectors.toList());
        return new Response(head.statusCode(), "", lines, body, cut);
    }
}
