/** The contract as data: JSON Schemas, examples, and the small API that validates against them. */
@NullMarked
package io.statuspulse.schemas;

import org.jspecify.annotations.NullMarked;
