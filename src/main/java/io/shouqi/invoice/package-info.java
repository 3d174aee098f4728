/** Documents that a customer takes home: receipts as PDF, and the page on which anybody can check one. */
@org.jspecify.annotations.NullMarked
package io.shouqi.invoice;
