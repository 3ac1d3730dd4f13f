package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.statuspulse.conformance.run.RunSettings;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReceiverUnderTestTest {
    private static final ReceiverUnderTest PLAIN =
            ReceiverUnderTest.at("http://127.0.0.1:8080/webhook").secret(Bench.SECRET);

    @Test
    void defaults_are_those_of_a_run() {
        RunSettings settings = settings(PLAIN);

        assertThat(settings.tolerance()).isEqualTo(Duration.ofSeconds(300));
        assertThat(settings.deadlines().answer()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.rejections()).containsExactlyInAnyOrder(400, 401, 403);
        assertThat(settings.effects()).isEmpty();
        assertThat(settings.effectsWithin()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.strict()).isFalse();
    }

    @Test
    void choices_reach_the_run() {
        RunSettings settings = settings(PLAIN.tolerance(Duration.ofSeconds(60))
                .timeout(Duration.ofSeconds(3))
                .previousSecret(Bench.PREVIOUS)
                .retiredSecret(Bench.RETIRED)
                .retiredSecret("whsec_older")
                .rejectStatuses(404, 422)
                .header("X-Gateway-Key", "k")
                .effects(eventId -> 1)
                .effectsWithin(Duration.ofSeconds(5))
                .jobs(2)
                .seed(42)
                .strict());

        assertThat(settings.tolerance()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.deadlines().connect()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.secrets().previous()).isPresent();
        assertThat(settings.secrets().retired()).hasSize(2);
        assertThat(settings.rejections()).containsExactlyInAnyOrder(404, 422);
        assertThat(settings.headers())
                .singleElement()
                .satisfies(h -> assertThat(h.value()).isEqualTo("k"));
        assertThat(settings.effects()).isPresent();
        assertThat(settings.effectsWithin()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.jobs()).isEqualTo(2);
        assertThat(settings.seed()).isEqualTo(42);
        assertThat(settings.strict()).isTrue();
    }

    @Test
    void a_change_leaves_the_original_as_it_was() {
        assertThat(settings(PLAIN.strict()).strict()).isTrue();
        assertThat(settings(PLAIN).strict()).isFalse();
    }

    @Test
    void a_late_url_is_not_asked_for_before_it_is_needed() {
        AtomicInteger asked = new AtomicInteger();
        ReceiverUnderTest late = ReceiverUnderTest.at(() -> {
                    asked.incrementAndGet();
                    return URI.create("http://127.0.0.1:8080/late");
                })
                .secret(Bench.SECRET);

        assertThat(asked).hasValue(0);
        assertThat(settings(late).target().path()).isEqualTo("/late");
    }

    @Test
    void no_secret_is_shown() {
        ReceiverUnderTest all = PLAIN.previousSecret(Bench.PREVIOUS).retiredSecret(Bench.RETIRED);

        assertThat(all.toString()).doesNotContain(Bench.SECRET, Bench.PREVIOUS, Bench.RETIRED, "whsec");
    }

    @Test
    void wrong_values_are_refused_where_they_are_written() {
        assertRefused(() -> ReceiverUnderTest.at("127.0.0.1:8080"), "URL", "https://");
        assertRefused(() -> ReceiverUnderTest.at("ftp://127.0.0.1/"), "no http or https scheme");
        assertRefused(() -> ReceiverUnderTest.at(URI.create("http://user@127.0.0.1/")), "user part");
        assertRefused(() -> PLAIN.secret(" "), "secret: is blank");
        assertRefused(() -> PLAIN.previousSecret(""), "secret: is empty");
        assertRefused(() -> PLAIN.tolerance(Duration.ofSeconds(9)), "tolerance: 9 s", "10 s");
        assertRefused(() -> PLAIN.timeout(Duration.ZERO), "deadline", "zero");
        assertRefused(() -> PLAIN.effectsWithin(Duration.ZERO), "effects within: 0 s", "(0 s, 600 s]");
        assertRefused(() -> PLAIN.effectsWithin(Duration.ofSeconds(601)), "effects within: 601 s", "(0 s, 600 s]");
        assertRefused(() -> PLAIN.jobs(0), "jobs: 0", "[1, 64]");
        assertRefused(() -> PLAIN.rejectStatuses(), "at least one");
        assertRefused(() -> PLAIN.rejectStatuses(500), "[500]", "[400, 499]");
        assertRefused(() -> PLAIN.header("X Y", "v"), "'X Y'");
        assertRefused(() -> PLAIN.header("X-Y", "a\r\nb"), "X-Y", "control character");
        assertRefused(() -> PLAIN.effects("http://127.0.0.1/effects"), "{event_id}");
    }

    @Test
    void only_private_addresses_are_near() {
        assertThat(settings(ReceiverUnderTest.at("http://10.1.2.3/").secret("s"))
                        .target()
                        .host())
                .isEqualTo("10.1.2.3");
        assertThat(settings(ReceiverUnderTest.at("http://[fd00::1]/").secret("s"))
                        .target()
                        .host())
                .isEqualTo("fd00::1");
        assertRefused(
                () -> settings(ReceiverUnderTest.at("http://192.0.2.1/").secret("s")), "192.0.2.1", "allowRemote");
        assertRefused(
                () -> settings(ReceiverUnderTest.at("http://[2001:db8::1]/").secret("s")), "allowRemote");
        assertThat(settings(ReceiverUnderTest.at("http://192.0.2.1/")
                                .secret("s")
                                .allowRemote())
                        .target()
                        .host())
                .isEqualTo("192.0.2.1");
    }

    private static RunSettings settings(ReceiverUnderTest receiver) {
        return receiver.settings(receiver.start().url());
    }

    private static void assertRefused(Runnable call, String... words) {
        assertThatIllegalArgumentException()
                .isThrownBy(call::run)
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }
}
