/** Where cases stand: money, number and age at every step; what failed, what comes next, and how a case is freed. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.monitor;
