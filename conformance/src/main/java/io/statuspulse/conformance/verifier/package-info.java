/** Vectors given to a verifier, which is a function or a process, and judged like scenarios. */
@NullMarked
package io.statuspulse.conformance.verifier;

import org.jspecify.annotations.NullMarked;
