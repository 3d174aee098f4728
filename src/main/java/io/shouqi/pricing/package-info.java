/** Decision tables that analysts own: fees, approvals, channel fees, commission split, tax, instalments. */
@org.jspecify.annotations.NullMarked
package io.shouqi.pricing;
