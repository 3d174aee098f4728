package io.shouqi.sheet;

import java.nio.charset.StandardCharsets;

/** Counts the tags of an XML part while its bytes go by, without building anything from them. */
final class TagCount {

    private static final byte[] ROW = "<row".getBytes(StandardCharsets.US_ASCII);

    private long all;
    private long rows;
    /** How much of "&lt;row" has just gone by. */
    private int seen;

    void count(byte[] bytes, int length) {
        for (var i = 0; i < length; i++) {
            var next = bytes[i];
            if (next == '<') {
                all++;
                seen = 1;
            } else if (seen == ROW.length) {
                if (next == ' ' || next == '>' || next == '/' || next <= '\r') {
                    rows++;
                }
                seen = 0;
            } else if (seen > 0) {
                seen = next == ROW[seen] ? seen + 1 : 0;
            }
        }
    }

    long all() {
        return all;
    }

    long rows() {
        return rows;
    }
}
