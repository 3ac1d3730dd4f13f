package io.statuspulse.conformance.run;

import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Looks through answers for redirections: the provider follows none, so that what is redirected is lost (REQ-HTTP-2). */
final class RedirectCheck {
    private static final int MOST_FACTS = 3;

    private RedirectCheck() {}

    /** Returns {@code otherwise} where no delivery to the endpoint was answered 3xx. */
    static Verdict judge(Verdict otherwise, Collection<Sent> everything, Target target) {
        List<Fact> redirected = new ArrayList<>();
        for (Sent sent : everything) {
            Exchange exchange = sent.exchange();
            if (exchange.status() / 100 == 3 && isForEndpoint(exchange, target) && redirected.size() < MOST_FACTS) {
                redirected.add(new Fact("actual", Words.of(exchange)));
            }
        }
        if (redirected.isEmpty()) {
            return otherwise;
        }
        redirected.add(0, new Fact("expected", "no delivery of the run is answered 3xx"));
        return new Verdict.Failed(redirected, false);
    }

    /** A redirection from another path, or to a GET, is the site's own affair. */
    private static boolean isForEndpoint(Exchange exchange, Target target) {
        return exchange.delivery().requestLine().equals("POST " + target.path() + " HTTP/1.1");
    }
}
