/** Two companies with people and contracts in every state, so that a newcomer sees the product at work. */
@org.jspecify.annotations.NullMarked
package io.shouqi.demo;
