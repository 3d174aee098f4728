/** Who works here: companies, areas, stores, users, roles, API keys, and what each may see. */
@org.jspecify.annotations.NullMarked
package io.shouqi.identity;
