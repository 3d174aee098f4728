/** Facts that other modules must hear of, stored in the transaction that made them true. */
@org.jspecify.annotations.NullMarked
package io.shouqi.outbox;
