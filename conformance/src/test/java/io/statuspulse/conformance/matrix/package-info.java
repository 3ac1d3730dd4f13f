/** The suite against receivers that are wrong on purpose. */
@NullMarked
package io.statuspulse.conformance.matrix;

import org.jspecify.annotations.NullMarked;
