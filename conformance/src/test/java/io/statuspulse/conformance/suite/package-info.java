/** Holds the scenarios against the rules that they are written by. */
@NullMarked
package io.statuspulse.conformance.suite;

import org.jspecify.annotations.NullMarked;
