/**
 * Lists everywhere alike: which columns, how dense, which filters somebody kept, in which order, as a workbook. Knows a
 * person by id only, and nothing of what the rows are.
 */
@org.jspecify.annotations.NullMarked
package io.shouqi.lists;
