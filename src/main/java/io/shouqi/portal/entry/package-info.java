/** The page on which contracts are entered, with what they will cost beside it. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.entry;
