package io.statuspulse.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A failure that a team lives with for now: its test is aborted with the reason while it fails, and fails once it passes
 * or has expired. Written on the class that names the receiver; a subclass inherits it unless it has its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(KnownFailure.All.class)
public @interface KnownFailure {

    /** A scenario's id, or a glob over ids, e.g. {@code timestamp/*}. */
    String scenario();

    /** Why it is lived with, for whoever reads the report. */
    String reason();

    /** Where the work on it is tracked, an absolute URL; by default nowhere. */
    String link() default "";

    /** The last day on which it is lived with, in UTC, as {@code YYYY-MM-DD}; by default there is none. */
    String expires() default "";

    /** Several of them; the compiler writes it. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Documented
    @Inherited
    @interface All {
        /** Each of them. */
        KnownFailure[] value();
    }
}
