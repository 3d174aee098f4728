package io.shouqi.identity.admin;

import io.shouqi.identity.ApiPart;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** A part of the API that a key may use, and how; stored as {@code contracts:write}. */
record Scope(ApiPart part, Access access) {

    /** Writing includes reading. */
    enum Access {
        READ,
        WRITE
    }

    String code() {
        return access == Access.WRITE ? part.write() : part.read();
    }

    static List<Scope> parse(String codes) {
        var known = List.of(codes.split(","));
        return Arrays.stream(ApiPart.values())
                .flatMap(part -> EnumSet.allOf(Access.class).stream().map(access -> new Scope(part, access)))
                .filter(scope -> known.contains(scope.code()))
                .toList();
    }

    /** @param wanted READ or WRITE by the name of a part; anything else grants nothing */
    static List<Scope> of(Map<String, String> wanted) {
        return Arrays.stream(ApiPart.values())
                .flatMap(part -> Arrays.stream(Access.values())
                        .filter(access -> access.name().equals(wanted.get(part.name())))
                        .map(access -> new Scope(part, access)))
                .toList();
    }
}
