/** Runs against receivers that misbehave in scripted ways. */
@NullMarked
package io.statuspulse.conformance.run;

import org.jspecify.annotations.NullMarked;
