/** Receivers behind Spring's MockMvc, and servlets and filters, under the suite without a server. */
@NullMarked
package io.statuspulse.servlet;

import org.jspecify.annotations.NullMarked;
