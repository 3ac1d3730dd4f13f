package io.statuspulse.conformance.receiver;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Crashes on how a body is declared (REQ-HTTP-1 and 2). */
final class ContentTypeDefects {

    private ContentTypeDefects() {}

    static List<Defect> all() {
        return List.of(
                throwing(
                        "throws-on-wrong-content-type",
                        "throws when the content type is not the one it expects",
                        "OpenFn/lightning PR #2186",
                        r -> HttpDefects.contentType(r).isPresent()
                                && !r.mediaType().equals("application/json")),
                throwing(
                        "throws-on-missing-content-type",
                        "uses the content type without asking whether there is one",
                        "",
                        r -> HttpDefects.contentType(r).isEmpty()),
                HttpDefects.refusing(
                        "throws-on-unknown-charset", "looks the charset up and lets the look-up throw", "", r -> {
                            charset(r).ifPresent(Charset::forName);
                            return Optional.empty();
                        }),
                throwing(
                        "throws-on-form",
                        "hands what is declared a form to a form decoder, and lets it throw",
                        "",
                        r -> r.mediaType().equals("application/x-www-form-urlencoded")),
                throwing(
                        "throws-on-multipart",
                        "hands what is declared multipart to a decoder, and lets it throw for want of parts",
                        "",
                        r -> r.mediaType().startsWith("multipart/")),
                throwing(
                        "throws-on-gzip",
                        "looks a decoder for the content coding up and lets the look-up throw",
                        "",
                        r -> r.headers().first("Content-Encoding").isPresent()));
    }

    private static Defect throwing(String name, String summary, String source, Predicate<Request> when) {
        return HttpDefects.refusing(name, summary, source, r -> {
            if (when.test(r)) {
                throw new IllegalStateException(name);
            }
            return Optional.empty();
        });
    }

    private static Optional<String> charset(Request request) {
        return HttpDefects.contentType(request)
                .filter(t -> t.contains("charset="))
                .map(t -> t.substring(t.indexOf("charset=") + 8).strip());
    }
}
