package io.statuspulse.conformance.matrix;

import io.statuspulse.tlsfixtures.Identity;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.Protocols;
import java.net.InetSocketAddress;
import java.net.URI;

/** A proxy that offers HTTP/2 beside HTTP/1.1, and talks HTTP/1.1 to the receiver behind it. */
final class Http2Front implements AutoCloseable {
    private final Undertow server;

    private Http2Front(Undertow server) {
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @param breaks whether what comes over HTTP/2 gets no further than to the proxy
     */
    static Http2Front to(URI receiver, Identity identity, boolean breaks) {
        URI base = URI.create("http://" + receiver.getAuthority());
        HttpHandler proxy = ProxyHandler.builder()
                .setProxyClient(new LoadBalancingProxyClient().addHost(base))
                .setMaxRequestTime(5_000)
                .build();
        HttpHandler broken = exchange -> {
            if (exchange.getProtocol().equals(Protocols.HTTP_2_0)) {
                exchange.setStatusCode(502);
            } else {
                proxy.handleRequest(exchange);
            }
        };
        Undertow server = Undertow.builder()
                .addHttpsListener(0, "127.0.0.1", identity.context())
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                .setIoThreads(2)
                .setWorkerThreads(8)
                .setHandler(breaks ? broken : proxy)
                .build();
        server.start();
        return new Http2Front(server);
    }

    int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
