/** The customer's own pages: no login, only an unguessable link. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.customer;
