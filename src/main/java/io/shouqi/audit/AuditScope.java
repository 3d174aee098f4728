package io.shouqi.audit;

import java.util.Set;

/**
 * Whose events somebody may read.
 *
 * @param stores codes of the stores
 * @param wholeCompany also what belongs to no store: people, rules, merchant accounts, logins
 */
public record AuditScope(String company, Set<String> stores, boolean wholeCompany) {}
