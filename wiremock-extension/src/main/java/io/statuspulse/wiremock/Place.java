package io.statuspulse.wiremock;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Where in a call the id of its event is looked for. */
@FunctionalInterface
interface Place {
    /** Each byte is read as one char: an id is ASCII, whatever else the body is. */
    Place BODY = request -> {
        byte[] body = request.getBody();
        return body == null ? Stream.empty() : Stream.of(new String(body, StandardCharsets.ISO_8859_1));
    };

    /** The path and the query, as they were sent. */
    Place PATH = request -> Stream.of(request.getUrl());

    /** The values of all headers. */
    Place HEADERS =
            request -> headers(request).stream().map(HttpHeader::getValues).flatMap(List::stream);

    Place ANYWHERE = request -> Stream.of(BODY, PATH, HEADERS).flatMap(place -> place.texts(request));

    /** Returns the texts to look at. */
    Stream<String> texts(Request request);

    /** The values of one header, whatever the name's case. */
    static Place header(String name) {
        return request -> headers(request).stream()
                .filter(header -> header.key().equalsIgnoreCase(name))
                .map(HttpHeader::getValues)
                .flatMap(List::stream);
    }

    private static Collection<HttpHeader> headers(Request request) {
        HttpHeaders headers = request.getHeaders();
        return headers == null ? List.of() : headers.all();
    }
}
