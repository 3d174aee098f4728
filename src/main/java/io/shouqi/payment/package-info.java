/**
 * Money that arrives: payment orders, the inbox of channel notifications, receipts, suspense, customer credit, and
 * entrusted money. Whatever arrives ends somewhere visible.
 */
@org.jspecify.annotations.NullMarked
package io.shouqi.payment;
