/** Lists that show what several modules know, and how people set their lists. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.lists;
