package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.SentEdit.SetHeader;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampShift;
import io.statuspulse.simulator.event.EventType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A delivery that a receiver may accept although it refuses a plain one.
 *
 * @param id the finding's name, should it be accepted
 * @param does what the receiver seems to do then, to follow "it seems to"
 * @param mends how it is mended then
 * @param plan the delivery
 */
record Candidate(String id, String does, List<Mend> mends, DeliveryPlan plan) {
    private static final int WESTERNMOST = -12;
    private static final int EASTERNMOST = 14;

    private static final Mend CLOCK = new Mend(
            "Synchronize the clock (NTP), and compare Instant.now().getEpochSecond() with the header.",
            "Synchronize the clock (NTP), and compare Date.now() / 1000 with the header.",
            "Synchronize the clock (NTP), and compare time.Now().Unix() with the header.",
            "Synchronize the clock (NTP), and compare time.time() with the header: datetime.utcnow().timestamp() is wrong by"
                    + " the offset of the time zone.");

    /** The plain delivery itself: with copies of its headers, it is what asks for other header names. */
    static Candidate plain() {
        return new Candidate("expects", "", List.of(), DeliveryPlan.valid());
    }

    /**
     * Returns all that is worth trying, the likelier first.
     *
     * @param ahead how far the receiver's clock is ahead of ours, as far as known
     */
    static List<Candidate> all(Duration ahead) {
        List<Candidate> all = new ArrayList<>();
        if (!ahead.isZero()) {
            all.add(shifted("judges-by-a-skewed-clock", "judge the timestamp by its clock, which is not ours,", ahead));
        }
        all.addAll(otherDeliveries());
        Hypothesis.all().stream().map(Hypothesis::candidate).forEach(all::add);
        all.addAll(timeZones());
        return all;
    }

    private static List<Candidate> otherDeliveries() {
        return Stream.concat(
                        Stream.of(
                                new Candidate(
                                        "takes-the-example-only",
                                        "take the guide's example and refuse other events",
                                        List.of(Mends.OPEN_SCHEMA),
                                        DeliveryPlan.of(new DeliveryPlan.Base.GuideExample())),
                                new Candidate(
                                        "refuses-the-user-agent",
                                        "refuse the kit's User-Agent, or something before it does",
                                        List.of(Mend.anywhere(
                                                "Let through what is signed, whatever its User-Agent is.")),
                                        DeliveryPlan.valid()
                                                .with(new SetHeader("User-Agent", "StatusPulse-Webhooks/1.0")))),
                        Arrays.stream(EventType.values())
                                .filter(type -> type != EventType.STATUS_CHANGE)
                                .map(type -> new Candidate(
                                        "refuses-status-changes",
                                        "take " + type.text() + " events and refuse status_change ones",
                                        List.of(Mends.OPEN_SCHEMA),
                                        DeliveryPlan.valid(type))))
                .toList();
    }

    /** A timestamp that is read as local time is off by whole hours. */
    private static List<Candidate> timeZones() {
        return IntStream.rangeClosed(WESTERNMOST, EASTERNMOST)
                .filter(hours -> hours != 0)
                .mapToObj(hours -> shifted(
                        "takes-local-time",
                        "take timestamps for local time, or run with a clock that is wrong by hours,",
                        Duration.ofHours(hours)))
                .toList();
    }

    private static Candidate shifted(String id, String does, Duration by) {
        String words = by.abs().toHours() > 0
                        && by.abs().toSecondsPart() == 0
                        && by.abs().toMinutesPart() == 0
                ? by.abs().toHours() + " h"
                : by.abs().toSeconds() + " s";
        return new Candidate(
                id,
                does + " and to take those for current that are " + words + " " + (by.isNegative() ? "old" : "ahead"),
                List.of(CLOCK),
                DeliveryPlan.valid().with(new TimestampShift(by)));
    }
}
