/** The manual, inside of the product. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.help;
