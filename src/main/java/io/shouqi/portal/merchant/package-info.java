/** Pages on which administrators enter merchant accounts. Keys go in and never come out. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.merchant;
