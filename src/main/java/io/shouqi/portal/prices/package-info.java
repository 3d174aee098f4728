/** What a store charges, for everybody to read and to hang on its wall. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.prices;
