/** Workbooks that people fill in: read safely whoever made them, written with one look. Knows nothing of what is in them. */
@org.jspecify.annotations.NullMarked
package io.shouqi.sheet;
