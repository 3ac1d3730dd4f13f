package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Language.GO;
import static io.statuspulse.conformance.diagnosis.Language.JAVA;
import static io.statuspulse.conformance.diagnosis.Language.NODE;
import static io.statuspulse.conformance.diagnosis.Language.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers as servers gave them: Werkzeug 3.1, Express 5, Go 1.x net/http, Tomcat 11, Jetty 12. */
class LanguageTest {
    private static final String HTML = "Content-Type: text/html; charset=utf-8";

    static Stream<Arguments> told() {
        return Stream.of(
                arguments("werkzeug", PYTHON, answer(401, "", "Server: Werkzeug/3.1.8 Python/3.11.7", HTML)),
                arguments(
                        "an error page of werkzeug behind another server",
                        PYTHON,
                        answer(
                                401,
                                "<!doctype html>\n<html lang=en>\n<title>401 Unauthorized</title>\n<h1>Unauthorized</h1>\n"
                                        + "<p>The server could not verify",
                                "Server: nginx",
                                HTML)),
                arguments("gunicorn", PYTHON, answer(401, "no", "Server: gunicorn")),
                arguments("uvicorn", PYTHON, answer(401, "no", "server: uvicorn")),
                arguments("express", NODE, answer(401, "Invalid signature", "X-Powered-By: Express", HTML)),
                arguments("express without its name", NODE, answer(404, """
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Error</title>
</head>
<body>
<pre>Cannot POST /nope</pre>
</body>
</html>
""", "X-Content-Type-Options: nosniff", HTML)),
                arguments(
                        "a stack trace of node",
                        NODE,
                        answer(
                                500,
                                "<pre>Error: x<br> &nbsp; &nbsp;at /srv/app/app.js:2:93<br> &nbsp; &nbsp;at Layer.handleRequest"
                                        + " (/srv/app/node_modules/router/lib/layer.js:169:33)",
                                HTML)),
                arguments(
                        "go's http.Error",
                        GO,
                        answer(
                                401,
                                "invalid signature\n",
                                "Content-Type: text/plain; charset=utf-8",
                                "X-Content-Type-Options: nosniff")),
                arguments(
                        "go's http.NotFound",
                        GO,
                        answer(404, "404 page not found\n", "Content-Type: text/plain; charset=utf-8")),
                arguments(
                        "tomcat",
                        JAVA,
                        answer(
                                400,
                                "<!doctype html><html lang=\"en\"><head><title>HTTP Status 400 \u2013 Bad Request</title><style",
                                "Content-Type: text/html;charset=utf-8",
                                "Content-Language: en")),
                arguments("jetty", JAVA, answer(415, "{}", "Server: Jetty(12.1.14)")),
                arguments(
                        "jetty's error page",
                        JAVA,
                        answer(
                                400,
                                "<html>\n<head>\n<title>Error 400 Bad Request</title>\n</head>\n<body>\n<h2>HTTP ERROR 400 Bad"
                                        + " Request</h2>\n<table>",
                                "Cache-Control: must-revalidate,no-cache,no-store")),
                arguments(
                        "spring",
                        JAVA,
                        answer(
                                401,
                                "{\"timestamp\":\"2026-03-09T14:05:07.250+00:00\",\"status\":401,\"error\":\"Unauthorized\","
                                        + "\"path\":\"/webhook/statuspulse\"}",
                                "Content-Type: application/json")),
                arguments("php", Language.PHP, answer(401, "", "X-Powered-By: PHP/8.3.1")),
                arguments("kestrel", Language.DOTNET, answer(401, "", "Server: Kestrel")),
                arguments("puma", Language.RUBY, answer(401, "", "Server: puma 6.4.2")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("told")
    void answersTellTheLanguage(String what, Language language, Exchange answer) {
        assertThat(Language.of(List.of(answer(200, "{\"status\":\"ok\"}"), answer)))
                .as(what)
                .contains(language);
    }

    static Stream<Arguments> untold() {
        return Stream.of(
                arguments(
                        "go with a body of its own",
                        answer(401, "{\"error\":\"x\"}", "Content-Type: application/json")),
                arguments("node's own server", answer(401, "{\"error\":\"unauthorized\"}", "Keep-Alive: timeout=5")),
                arguments("the JDK's server", answer(415, "refused", "Content-length: 7")),
                arguments(
                        "nginx",
                        answer(
                                502,
                                "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad"
                                        + " Gateway</h1></center>",
                                "Server: nginx/1.24.0")),
                arguments(
                        "text that only looks like http.Error",
                        answer(401, "invalid signature", "Content-Type: text/plain; charset=utf-8")),
                arguments("a word in a body", answer(401, "at last, a jetty and an express train", HTML)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("untold")
    void otherAnswersTellNothing(String what, Exchange answer) {
        assertThat(Language.of(List.of(answer))).as(what).isEmpty();
    }

    @Test
    void answersThatTellDifferentOnesTellNothing() {
        assertThat(Language.of(List.of(answer(401, "", "X-Powered-By: Express"), answer(502, "", "Server: gunicorn"))))
                .isEmpty();
    }

    @Test
    void hintIsGivenForTheLanguagesThatMendsKnow() {
        Mend mend = new Mend("j", "n", "g", "");

        assertThat(JAVA.hint(mend)).contains("j");
        assertThat(NODE.hint(mend)).contains("n");
        assertThat(GO.hint(mend)).contains("g");
        assertThat(PYTHON.hint(mend)).isEmpty();
        assertThat(Language.PHP.hint(mend)).isEmpty();
    }

    private static Exchange answer(int status, String body, String... headers) {
        List<HeaderLine> lines = Arrays.stream(headers)
                .map(line -> line.split(": ", 2))
                .map(parts -> new HeaderLine(parts[0], parts[1]))
                .toList();
        return Answers.of(new Response(status, "", lines, Bytes.utf8(body), false));
    }
}
