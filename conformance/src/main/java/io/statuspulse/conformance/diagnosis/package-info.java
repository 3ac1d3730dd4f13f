/** What is the matter with a receiver: what it accepts instead of what it should, and patterns among what failed. */
@NullMarked
package io.statuspulse.conformance.diagnosis;

import org.jspecify.annotations.NullMarked;
