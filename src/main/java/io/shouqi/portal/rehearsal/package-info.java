/** The page on which a process is played through with chosen answers, beside its diagram. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.rehearsal;
