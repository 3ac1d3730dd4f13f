/** What came of a scenario: verdicts, facts, results, and the report that holds them. */
@NullMarked
package io.statuspulse.conformance.verdict;

import org.jspecify.annotations.NullMarked;
