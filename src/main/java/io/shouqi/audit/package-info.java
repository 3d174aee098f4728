/** What happened, who did it, and the chain that shows whether anybody touched it afterwards. */
@org.jspecify.annotations.NullMarked
package io.shouqi.audit;
