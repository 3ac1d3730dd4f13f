/** A report as one HTML page; its templates are in {@code src/main/jte}. */
@NullMarked
package io.statuspulse.conformance.html;

import org.jspecify.annotations.NullMarked;
