package io.statuspulse.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.extension.ExtensionFactory;
import java.util.function.UnaryOperator;

/** A user's own WireMock server, for one test. */
record Server(WireMockServer wireMock) implements AutoCloseable {

    static Server start(Extension... extensions) {
        return start(options -> options.extensions(extensions));
    }

    static Server with(ExtensionFactory factory) {
        return start(options -> options.extensions(factory));
    }

    static Server startAnsweringOk(Extension... extensions) {
        Server server = start(extensions);
        server.wireMock.stubFor(any(anyUrl()).willReturn(ok()));
        return server;
    }

    static Server start(UnaryOperator<WireMockConfiguration> options) {
        WireMockServer wireMock = new WireMockServer(
                options.apply(wireMockConfig().bindAddress("127.0.0.1").dynamicPort()));
        wireMock.start();
        return new Server(wireMock);
    }

    // WireMock's own url() writes the port in the digits of the machine's language.
    String url(String path) {
        return "http://127.0.0.1:" + wireMock.port() + path;
    }

    @Override
    public void close() {
        wireMock.stop();
    }
}
