/** The administrator's work: the organisation, its people, their API keys. Each sees what is at or below the own unit. */
@org.jspecify.annotations.NullMarked
package io.shouqi.identity.admin;
