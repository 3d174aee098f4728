package io.shouqi.identity.admin;

import io.shouqi.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words for roles in workbooks, which are Chinese whatever language a page speaks. */
@Component
class RoleWords {

    private final MessageSource messages;

    RoleWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(Role role) {
        return Objects.requireNonNull(messages.getMessage("role." + role, null, Locale.SIMPLIFIED_CHINESE));
    }

    List<String> all() {
        return Arrays.stream(Role.values()).map(this::of).toList();
    }

    Map<String, Role> byWord() {
        return Arrays.stream(Role.values()).collect(Collectors.toMap(this::of, Function.identity()));
    }
}
