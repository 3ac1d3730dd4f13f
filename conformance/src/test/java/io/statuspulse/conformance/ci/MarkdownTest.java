package io.statuspulse.conformance.ci;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "a plain sentence, with 2 parts (and more).~a plain sentence, with 2 parts (and more).",
                "<img src=x onerror=alert(1)>~&lt;img src=x onerror=alert(1)&gt;",
                "&lt;~&amp;lt;",
                "[here](javascript:alert(1))~\\[here\\](javascript:alert(1))",
                "![x](//e.example)~\\!\\[x\\](//e.example)",
                "http://e.example and www.e.example~http\\://e.example and www\\.e.example",
                "@octocat and #1 and a@b.example~@<span></span>octocat and #<span></span>1 and a@<span></span>b.example",
                "a | b~a \\| b",
                "**bold** _it_ `code`~\\*\\*bold\\*\\* \\_it\\_ \\`code\\`",
                "back\\slash~back\\\\slash"
            })
    void proseIsShownAsItIs(String text, String markdown) {
        assertThat(Markdown.prose(text)).isEqualTo(markdown);
    }

    @Test
    void codeHasAFenceThatIsLongerThanWhatIsInIt() {
        assertThat(Markdown.code("x")).isEqualTo("`x`");
        assertThat(Markdown.code("a `b` ``c``")).isEqualTo("``` a `b` ``c`` ```");
        assertThat(Markdown.code("`")).isEqualTo("`` ` ``");
        assertThat(Markdown.code(" ")).isEmpty();
    }

    @Test
    void whatActsOrCannotBeSeenIsAnEscape() {
        String hostile = "one\ntwo\r\u001b[2J\u202egnp\u0000\u2066";
        String shown = "one\\ntwo\\r\\x1b[2J\\u202egnp\\x00\\u2066";
        assertThat(Markdown.code(hostile)).isEqualTo("`" + shown + "`");
        assertThat(Markdown.html(hostile)).isEqualTo(shown);
    }

    @Test
    void textsAreCutBetweenCharacters() {
        assertThat(Markdown.code("\ud83d\ude00".repeat(600))).isEqualTo("`" + "\ud83d\ude00".repeat(500) + "…`");
    }

    @Test
    void insideHtmlOnlyHtmlIsMarkup() {
        assertThat(Markdown.htmlCode("</code><b>\"&'")).isEqualTo("<code>&lt;/code&gt;&lt;b&gt;&quot;&amp;'</code>");
    }
}
