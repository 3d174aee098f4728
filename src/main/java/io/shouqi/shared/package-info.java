/** What every module speaks: money, business numbers, the clock, refusals. Nothing else. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package io.shouqi.shared;
