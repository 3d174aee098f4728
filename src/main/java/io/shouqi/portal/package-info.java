/** Pages composed of several modules, and the frame around every page. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal;
