package io.shouqi.audit;

/**
 * A row of a source as the chain sees it.
 *
 * @param tx transaction that wrote it
 * @param digest SHA-256 of its canonical text, in hexadecimal
 * @param label what a finding says beside the key
 */
record Fact(String tx, String key, String digest, String label) {}
