/** The scenarios themselves, a file for each area, and how a selection of them is made. */
@NullMarked
package io.statuspulse.conformance.suite;

import org.jspecify.annotations.NullMarked;
