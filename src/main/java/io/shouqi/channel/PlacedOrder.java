package io.shouqi.channel;

/** @param codeUrl what the payer's QR code says */
public record PlacedOrder(String codeUrl) {}
