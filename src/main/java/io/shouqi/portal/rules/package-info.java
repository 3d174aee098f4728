/** Where analysts change the decision tables, and everybody else sees what is being changed. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.rules;
