/** How the kit writes JSON. */
@NullMarked
package io.statuspulse.conformance.json;

import org.jspecify.annotations.NullMarked;
