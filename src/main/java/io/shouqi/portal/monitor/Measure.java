package io.shouqi.portal.monitor;

/** What the colours of the diagram mean. */
enum Measure {
    MONEY,
    COUNT,
    AGE
}
