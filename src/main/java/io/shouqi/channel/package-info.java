/** How money arrives: cash, card, transfer, WeChat Pay and Alipay; merchant accounts; statements of the channels. */
@org.jspecify.annotations.NullMarked
package io.shouqi.channel;
