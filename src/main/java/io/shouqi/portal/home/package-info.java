/** The first page after the login: where things stand, and the way to the rows behind each figure. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.home;
