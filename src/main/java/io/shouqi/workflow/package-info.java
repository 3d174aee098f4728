/** The process engine, its hardening, the task list. The only module that knows the engine; it knows no domain. */
@org.jspecify.annotations.NullMarked
package io.shouqi.workflow;
