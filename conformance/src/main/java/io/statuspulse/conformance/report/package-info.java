/** Writes reports: text, JSON, JUnit XML. */
@NullMarked
package io.statuspulse.conformance.report;

import org.jspecify.annotations.NullMarked;
