/** After a correction of the fees: what the payers of a contract are to pay more or less, and who agreed to it 补差. */
@org.jspecify.annotations.NullMarked
package io.shouqi.adjustment;
