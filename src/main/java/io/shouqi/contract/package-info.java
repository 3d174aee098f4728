/** Contracts from signing to closing: parties, the fee list and its confirmation by each payer, milestones. */
@org.jspecify.annotations.NullMarked
package io.shouqi.contract;
