package io.statuspulse.conformance.suite;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Shard;
import io.statuspulse.simulator.delivery.Printable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of the equal parts into which a run is split: every so many-th of the selected scenarios, so that the parts take about
 * equal time. What is judged by all answers of a run is in each part, because it is judged by the answers of that part.
 *
 * @param index which one, from 1
 * @param count how many there are, 1 to 1000
 */
public record Split(int index, int count) {
    private static final int MOST = 1000;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})/([0-9]{1,9})");

    public Split {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("'" + index + "/" + count + "': " + count + " is out of range [1, "
                    + MOST + "] for the number of shards");
        }
        if (index < 1 || index > count) {
            throw new IllegalArgumentException("'" + index + "/" + count + "': " + index + " is out of range [1, "
                    + count + "] for the number of a shard");
        }
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if the text is not two numbers with a slash between them, the first from 1 to the
     *     second and that at most 1000; the message says so
     */
    public static Split parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + Printable.decoded(text) + "' is no shard; expected e.g. 1/2 for the first of two");
        }
        return new Split(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Returns whether it has no scenario of its own: there are fewer than shards. */
    public boolean isEmpty(List<Scenario> selected) {
        return index > selected.size();
    }

    /** Returns its scenarios, in the order of the suite. */
    public List<Scenario> from(List<Scenario> selected) {
        return IntStream.range(0, selected.size())
                .filter(i -> i % count == index - 1 || selected.get(i).expect().isJudgedByEverything())
                .mapToObj(selected::get)
                .toList();
    }

    /**
     * Returns what its report says of it.
     *
     * @param selected all scenarios of the run
     * @param rules by what is judged, in words
     */
    public Shard of(List<Scenario> selected, String rules) {
        String digest = Shard.digest(selected.stream().map(Scenario::id).toList());
        return new Shard(index, count, selected.size(), digest, rules);
    }
}
