/** How verdicts are weighed and runs are concluded. */
@NullMarked
package io.statuspulse.conformance.verdict;

import org.jspecify.annotations.NullMarked;
