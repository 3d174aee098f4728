/**
 * Decision tables as workbooks: what a table looks like, writing and reading it cell by cell, and the rules Drools makes
 * of its rows. Knows nothing of fees.
 */
@org.jspecify.annotations.NullMarked
package io.shouqi.pricing.sheet;
