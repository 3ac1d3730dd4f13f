package io.statuspulse.simulator.signing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the sender knows of an endpoint's secrets.
 *
 * @param current the secret in force
 * @param previous the one before it, while its overlap lasts (contract REQ-ROT-1)
 * @param retired secrets that were in force once and must not be accepted any more (contract REQ-ROT-2)
 */
public record Secrets(Secret current, Optional<Secret> previous, List<Secret> retired) {

    /**
     * Checks that no secret plays two parts.
     *
     * @throws IllegalArgumentException if the previous or a retired secret equals another one
     */
    public Secrets {
        retired = List.copyOf(retired);
        if (previous.isPresent() && previous.get().equals(current)) {
            throw new IllegalArgumentException(
                    "previous secret: is the same as the current one; leave it out when no rotation is under way");
        }
        for (Secret secret : retired) {
            if (secret.equals(current) || previous.filter(secret::equals).isPresent()) {
                throw new IllegalArgumentException(
                        "retired secret: is the same as the current or the previous one; a retired secret must be out of use");
            }
        }
    }

    /** Only a current secret: no rotation is under way. */
    public static Secrets of(Secret current) {
        return new Secrets(current, Optional.empty(), List.of());
    }

    /** Returns {@code text} with every occurrence of every secret replaced. */
    public String redact(String text) {
        if (previous.isEmpty() && retired.isEmpty()) {
            return current.redact(text);
        }
        // A secret may begin with another one: the longer goes first, or its rest would stay.
        List<Secret> longestFirst = all().sorted(
                        Comparator.comparingInt((Secret secret) -> secret.key().size())
                                .reversed())
                .toList();
        String shown = text;
        for (Secret secret : longestFirst) {
            shown = secret.redact(shown);
        }
        return shown;
    }

    /** All secrets, the current one first. */
    public Stream<Secret> all() {
        return Stream.concat(Stream.concat(Stream.of(current), previous.stream()), retired.stream());
    }
}
