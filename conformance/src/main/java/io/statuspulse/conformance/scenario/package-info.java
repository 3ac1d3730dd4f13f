/** What a scenario is: a value that says what to send, what to expect, and why it matters. */
@NullMarked
package io.statuspulse.conformance.scenario;

import org.jspecify.annotations.NullMarked;
