package io.statuspulse.conformance.diagnosis;

import io.statuspulse.simulator.wire.Response;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What servers and frameworks write into answers by themselves. */
final class Traces {
    /** Error pages stand at the beginning, and stack traces soon after it. */
    private static final int MOST_READ = 4_096;

    private static final Map<Language, Pattern> SERVERS = patterns(Map.of(
            Language.JAVA, "jetty|javalin|apache-coyote|undertow|wildfly|netty|helidon|jboss|glassfish|payara",
            Language.PYTHON,
                    "werkzeug|gunicorn|uvicorn|hypercorn|daphne|waitress|tornadoserver|wsgiserver|cherrypy"
                            + "|basehttp.*python|simplehttp.*python|python/[23]",
            Language.PHP, "php/[5-9]|frankenphp",
            Language.DOTNET, "kestrel",
            Language.RUBY, "puma|webrick|thin |\\bunicorn|mongrel"));

    private static final Map<Language, Pattern> POWERED = patterns(Map.of(
            Language.NODE, "express|next\\.js|nuxt|sails",
            Language.PHP, "php",
            Language.DOTNET, "asp\\.net",
            Language.JAVA, "servlet|jsp",
            Language.RUBY, "phusion passenger.*ruby"));

    private static final Map<Language, Pattern> BODIES = patterns(Map.of(
            Language.NODE,
            "<pre>cannot (get|head|put|patch|delete|post|options|trace) /"
                    + "|\\bat [^\\n]{0,120}\\(?(node:internal/|file:///|/)[^\\n]{0,200}\\.[cm]?[jt]s:\\d+:\\d+"
                    + "|\"message\":\"(route|cannot) [a-z]+[: ]/[^\"]*\",\"error\":\"not found\",\"statuscode\":404",
            Language.JAVA,
            "<title>http status \\d{3} |apache tomcat/|powered by jetty|<h2>http error \\d{3}"
                    + "|\\bat (java\\.base/|org\\.springframework\\.|java\\.|jakarta\\.|io\\.undertow\\.)[\\w.$]+\\("
                    + "|\\{\"timestamp\":\"[^\"]+\",\"status\":\\d{3},\"error\":\"[^\"]+\",(\"[a-z]+\":\"[^\"]*\",)*\"path\":\""
                    + "|<h1>404 not found</h1>no context found for request",
            Language.GO,
            "\\A404 page not found\\n\\z|\\bgoroutine \\d+ \\[running\\]",
            Language.PYTHON,
            "traceback \\(most recent call last\\)|\\{\"detail\":\\[\\{\"(type|loc)\":"
                    + "|\\{\"detail\":\"(not found|method not allowed)\"\\}"
                    + "|\\A<!doctype html>\\s*<html lang=\"?en\"?>\\s*<title>\\d{3} [a-z ]+</title>\\s*<h1>",
            Language.PHP,
            "<b>(fatal error|warning|notice)</b>: .* in <b>|php (fatal error|warning): ",
            Language.RUBY,
            "\\.rb:\\d+:in [`']"));

    private Traces() {}

    static Set<Language> of(Response response) {
        Set<Language> told = EnumSet.noneOf(Language.class);
        matches(SERVERS, values(response, "Server"), told);
        matches(POWERED, values(response, "X-Powered-By"), told);
        String body = response.body().size() > MOST_READ
                ? response.body().slice(0, MOST_READ).asUtf8()
                : response.body().asUtf8();
        matches(BODIES, body, told);
        String cookies = values(response, "Set-Cookie").toLowerCase(Locale.ROOT);
        if (cookies.contains("jsessionid=")) {
            told.add(Language.JAVA);
        } else if (cookies.contains("phpsessid=")) {
            told.add(Language.PHP);
        } else if (cookies.contains("connect.sid=")) {
            told.add(Language.NODE);
        }
        if (isHttpError(response, body)) {
            told.add(Language.GO);
        }
        return told;
    }

    /** The form that Go's http.Error gives an answer: plain text, not to be sniffed, with a line feed at its end. */
    private static boolean isHttpError(Response response, String body) {
        return response.status() >= 400
                && response.header("X-Content-Type-Options").equals(Optional.of("nosniff"))
                && response.header("Content-Type").equals(Optional.of("text/plain; charset=utf-8"))
                && body.endsWith("\n")
                && body.indexOf('\n') == body.length() - 1;
    }

    private static void matches(Map<Language, Pattern> patterns, String text, Set<Language> told) {
        patterns.forEach((language, pattern) -> {
            if (pattern.matcher(text).find()) {
                told.add(language);
            }
        });
    }

    private static String values(Response response, String name) {
        List<String> values = response.headers().stream()
                .filter(line -> line.is(name))
                .map(line -> line.value())
                .toList();
        return String.join("\n", values);
    }

    private static Map<Language, Pattern> patterns(Map<Language, String> texts) {
        Map<Language, Pattern> patterns = new EnumMap<>(Language.class);
        texts.forEach((language, text) -> patterns.put(language, Pattern.compile(text, Pattern.CASE_INSENSITIVE)));
        return patterns;
    }
}
