/** Runs of the suite against code in this process: which scenarios keep their meaning there, and which do not. */
@NullMarked
package io.statuspulse.conformance.inprocess;

import org.jspecify.annotations.NullMarked;
