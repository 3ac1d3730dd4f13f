/** Vectors for library authors: every edge case as data, from one declared list. */
@NullMarked
package io.statuspulse.conformance.vectors;

import org.jspecify.annotations.NullMarked;
