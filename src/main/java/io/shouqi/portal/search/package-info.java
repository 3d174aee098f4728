/** Finds by a few words whatever the person may see. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.search;
