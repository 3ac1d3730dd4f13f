package io.statuspulse.junit;

import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.conformance.suite.ScenarioSource;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once for each scenario of a selection, where the interfaces with their one method for each scenario do
 * not fit: profiles, patterns, scenarios of your own.
 *
 * <pre>{@code
 * @ConformanceTest(profile = Profile.QUICK)
 * void conforms(ScenarioRun run) {
 *     run.verify();
 * }
 * }</pre>
 *
 * <p>The class says which receiver is tested as {@link ReceiverProvider} describes. A body that does not call
 * {@link ScenarioRun#verify()} is judged all the same when it ends. The scenarios come in the order of the catalogue, and
 * a selection that is empty fails. Patterns are ids, globs over ids ({@code signature/*}), areas, tags and levels.
 *
 * <p>From outside, configuration parameters or system properties change what is run: {@code statuspulse.profile} replaces
 * the profile, and {@code statuspulse.scenario} (patterns with commas between them) skips what it does not match.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(ConformanceTemplate.class)
public @interface ConformanceTest {

    /** The profile, at most one: by default {@link Profile#DEFAULT}, or all scenarios where {@link #select} chooses. */
    Profile[] profile() default {};

    /** Patterns of which one must match; by default everything of the profile. */
    String[] select() default {};

    /** Patterns of which none may match; by default none. */
    String[] exclude() default {};

    /**
     * Scenarios of your own that can be chosen too, beside those of the suite and of every {@link ScenarioSource} that is a
     * service; each needs a constructor without parameters. By default none.
     */
    Class<? extends ScenarioSource>[] scenarios() default {};
}
