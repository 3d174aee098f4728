/** What a deal costs and why: decision tables in versions, quotes, approval levels, shares, rates, templates. */
@org.jspecify.annotations.NullMarked
package io.shouqi.pricing;
