/** Receivers that a run starts itself, and stops afterwards. */
@NullMarked
package io.statuspulse.conformance.start;

import org.jspecify.annotations.NullMarked;
