package io.shouqi.channel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One line of a statement by the names of its header. */
record BillLine(Map<String, String> fields) {

    static BillLine of(List<String> header, List<String> values) {
        if (header.size() != values.size()) {
            throw new ChannelUncertain(
                    "a line of the statement has " + values.size() + " fields where the header has " + header.size());
        }
        var fields = new HashMap<String, String>();
        for (var i = 0; i < header.size(); i++) {
            fields.put(header.get(i), values.get(i));
        }
        return new BillLine(fields);
    }

    String get(String name) {
        var value = fields.get(name);
        if (value == null) {
            throw new ChannelUncertain("the statement has no column " + name);
        }
        return value;
    }
}
