/** Who earns which part of a contract's commission, and how much of it by the money that is in. */
@org.jspecify.annotations.NullMarked
package io.shouqi.commission;
