/**
 * Stand-ins for WeChat Pay and Alipay that speak their wire protocols with real signatures and encryption, keep their
 * books in the database, and misbehave on request. Active only with {@code shouqi.sandbox.enabled=true}.
 */
@org.jspecify.annotations.NullMarked
package io.shouqi.sandbox;
