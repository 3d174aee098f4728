/** The counter and what was taken there: cashier, receipts and collections, reversal. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.till;
