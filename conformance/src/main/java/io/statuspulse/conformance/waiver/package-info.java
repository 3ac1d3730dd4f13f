/** Known failures: what a team lives with for now, laid over the results of a run. */
@NullMarked
package io.statuspulse.conformance.waiver;

import org.jspecify.annotations.NullMarked;
