/** News for open pages: that something changed, never what. Heard on every node within a moment. */
@org.jspecify.annotations.NullMarked
package io.shouqi.live;
