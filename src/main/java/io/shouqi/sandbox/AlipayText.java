package io.shouqi.sandbox;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text Alipay signs: parameters in the order of their names, empty ones left out. */
final class AlipayText {

    private AlipayText() {}

    /** Requests are signed with {@code sign_type}, notifications without. */
    static String of(Map<String, String> parameters, Set<String> without) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(p ->
                                !without.contains(p.getKey()) && !p.getValue().isEmpty())
                        .map(p -> p.getKey() + "=" + p.getValue())
                        .collect(Collectors.joining("&"));
    }
}
