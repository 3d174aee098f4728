package io.shouqi.channel;

import java.util.ArrayList;
import java.util.List;

/** One line of comma-separated values, quoted or not; statements of Alipay never quote, but product names have commas. */
final class CsvLine {

    private CsvLine() {}

    /** The fields without surrounding blanks and tabs. */
    static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"' && (quoted || field.toString().isBlank())) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    /** Where a line has more fields than its header, the surplus belongs to its one free text. */
    static List<String> joined(List<String> fields, int freeText, int width) {
        var surplus = fields.size() - width;
        if (freeText < 0 || surplus <= 0) {
            return fields;
        }
        var joined = new ArrayList<>(fields.subList(0, freeText));
        joined.add(String.join(",", fields.subList(freeText, freeText + surplus + 1)));
        joined.addAll(fields.subList(freeText + surplus + 1, fields.size()));
        return joined;
    }
}
