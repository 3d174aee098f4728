package io.shouqi.pricing;

/** How a tier asks for money. The same tiers mean different money, so a row always says. */
public enum FeeMode {
    /** 全额: the rate on the whole amount. */
    WHOLE,
    /** 分段累进: each tier's rate on the part of the amount inside of it. */
    PROGRESSIVE,
    /** 固定: a fixed amount. */
    FIXED,
    /** 月租倍数: so many months of rent. */
    MONTHS
}
