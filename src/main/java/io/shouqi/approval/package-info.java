/** Exceptions that need somebody's approval: who must decide, who decided, and why. */
@org.jspecify.annotations.NullMarked
package io.shouqi.approval;
