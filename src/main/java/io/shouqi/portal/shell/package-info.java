/** What stands around every page: the ways to go, the trail back, the keys, the tour. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.shell;
