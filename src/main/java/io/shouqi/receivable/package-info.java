/** What customers owe: receivables, their instalments, when they fall due, how they are settled. */
@org.jspecify.annotations.NullMarked
package io.shouqi.receivable;
