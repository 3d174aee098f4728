/** Customers sign the fee list on the store's own device; the list on paper. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.signing;
