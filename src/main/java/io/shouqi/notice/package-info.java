/** What people should hear of without looking for it. Modules above tell it; each person reads the own. */
@org.jspecify.annotations.NullMarked
package io.shouqi.notice;
