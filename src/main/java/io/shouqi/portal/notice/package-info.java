/** Where people read what they have been told. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.notice;
