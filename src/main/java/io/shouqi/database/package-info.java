/** The database the product runs on: embedded or given, its two roles, its durability. */
@org.jspecify.annotations.NullMarked
package io.shouqi.database;
