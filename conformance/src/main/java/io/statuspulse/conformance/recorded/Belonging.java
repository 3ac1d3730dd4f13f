package io.statuspulse.conformance.recorded;

import io.statuspulse.conformance.recorded.Shards.Named;
import io.statuspulse.conformance.verdict.Shard;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether reports are the shards of one run, and all of them. */
final class Belonging {
    private static final int MOST_NAMED = 20;
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private Belonging() {}

    /** Throws an {@link IllegalArgumentException} that says in one line what does not belong together. */
    static void require(List<Named> parts) {
        parts.forEach(Named::shard);
        same(parts, "kit", part -> part.report().kit().version());
        same(parts, "suite", part -> part.report().suite());
        same(parts, "number of shards", part -> Integer.toString(part.shard().count()));
        same(parts, "seed", part -> Long.toString(part.report().seed()));
        same(parts, "profile", part -> part.report().profile());
        same(
                parts,
                "selection",
                part -> part.shard().selected() + " scenarios known by "
                        + part.shard().selection());
        same(parts, "rules", part -> part.shard().rules());
        same(parts, "receiver", part -> receiver(part.report().target()));
        requireEachOnce(parts);
    }

    private static void same(List<Named> parts, String what, Function<Named, String> property) {
        Named first = parts.get(0);
        for (Named part : parts) {
            if (!property.apply(part).equals(property.apply(first))) {
                throw new IllegalArgumentException("'" + part.name() + "' is of another run than '" + first.name()
                        + "': its " + what + " is " + quoted(property.apply(part)) + " and not "
                        + quoted(property.apply(first)));
            }
        }
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private static void requireEachOnce(List<Named> parts) {
        Map<Integer, Named> seen = new HashMap<>();
        for (Named part : parts) {
            Named other = seen.putIfAbsent(part.shard().index(), part);
            if (other != null) {
                throw new IllegalArgumentException("'" + other.name() + "' and '" + part.name() + "' are both shard "
                        + part.shard().label());
            }
        }
        Shard any = parts.get(0).shard();
        List<String> missing = IntStream.rangeClosed(1, any.filled())
                .filter(index -> !seen.containsKey(index))
                .mapToObj(index -> index + "/" + any.count())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException((missing.size() == 1 ? "shard " : "shards ")
                    + missing.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                    + (missing.size() > MOST_NAMED ? " and " + (missing.size() - MOST_NAMED) + " more" : "")
                    + (missing.size() == 1 ? " is missing" : " are missing"));
        }
    }

    /** What shards have in common of their receivers: each may have started one of its own, at a port that was free. */
    private static String receiver(String target) {
        try {
            URI uri = new URI(target);
            return LOOPBACK.matcher(String.valueOf(uri.getHost())).matches()
                    ? uri.getScheme() + "://" + uri.getHost() + uri.getRawPath()
                    : target;
        } catch (URISyntaxException e) {
            return target;
        }
    }
}
