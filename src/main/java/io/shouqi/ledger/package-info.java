/** The books: accounts, vouchers, journal, balances as of any instant. Posted rows never change. */
@org.jspecify.annotations.NullMarked
package io.shouqi.ledger;
