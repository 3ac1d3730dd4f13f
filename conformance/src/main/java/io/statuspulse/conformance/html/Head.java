package io.statuspulse.conformance.html;

import io.statuspulse.conformance.html.Shown.LineEnd;
import io.statuspulse.conformance.recorded.RecordedExchange.Header;
import java.util.List;

/** The lines before a body. */
final class Head {
    private static final int MOST = 6_000;
    private static final int MOST_HEADERS = 30;
    private static final int MOST_VALUE = 240;

    private Head() {}

    /** Returns the first line, and the headers below it. */
    static Shown of(String line, List<Header> headers) {
        ShownBuilder shown = new ShownBuilder(LineEnd.NONE, MOST);
        shown.latin1(line, MOST_VALUE);
        for (Header header : headers.subList(0, Math.min(headers.size(), MOST_HEADERS))) {
            shown.newLine().latin1(header.name(), MOST_VALUE).latin1(": ").latin1(header.value(), MOST_VALUE);
        }
        if (headers.size() > MOST_HEADERS) {
            shown.newLine().note("and " + (headers.size() - MOST_HEADERS) + " more headers");
        }
        return shown.build();
    }
}
