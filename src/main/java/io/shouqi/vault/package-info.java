/** Personal data and secrets, sealed before they reach the database: keys, sealing, blind indexes, masks. */
@org.jspecify.annotations.NullMarked
package io.shouqi.vault;
