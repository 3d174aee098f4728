package io.shouqi.access;

import io.shouqi.identity.AllowedTo;
import io.shouqi.identity.OpenDoor;
import io.shouqi.identity.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * An address of the product and a method.
 *
 * @param roles who is declared to be let in; null for an open door, empty where nothing is declared
 */
record Endpoint(String method, String path, @Nullable Set<Role> roles) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    /** Everything the application answers to, the stand-ins of the demonstration and other people's pages left out. */
    static List<Endpoint> registered(RequestMappingHandlerMapping mappings) {
        var found = new ArrayList<Endpoint>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("io.shouqi.")) {
                for (var path : mapping.getPatternValues()) {
                    methods(mapping.getMethodsCondition().getMethods())
                            .forEach(method -> found.add(new Endpoint(method, path, declared(handler))));
                }
            }
        });
        return found.stream().distinct().toList();
    }

    private static Stream<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty() ? Stream.of("GET") : methods.stream().map(Enum::name);
    }

    private static @Nullable Set<Role> declared(HandlerMethod handler) {
        for (var place : List.of(handler.getMethod(), handler.getBeanType())) {
            var allowed = AnnotatedElementUtils.findMergedAnnotation(place, AllowedTo.class);
            if (allowed != null) {
                return EnumSet.copyOf(Arrays.asList(allowed.value()));
            }
            if (AnnotatedElementUtils.hasAnnotation(place, OpenDoor.class)) {
                return null;
            }
        }
        return Set.of();
    }

    boolean isApi() {
        return path.startsWith("/api/");
    }

    boolean isRead() {
        return method.equals("GET");
    }

    boolean namesSomething() {
        return VARIABLE.matcher(path).find();
    }

    /** Which of a store's things the address names; null where it names nothing that belongs to a store. */
    @Nullable
    String thing(World world) {
        if (path.contains("/contracts/{no}")) {
            return world.contract();
        } else if (path.contains("/receivables/{no}")) {
            return world.receivable();
        } else if (path.contains("/payments/{no}")) {
            return world.order();
        } else if (path.contains("/receipts/{no}")) {
            return world.receipt();
        } else if (path.contains("/earnest/{no}")) {
            return world.earnest();
        } else if (path.contains("/adjustments/{no}")) {
            return world.adjustment();
        } else if (path.contains("/tasks/attachments/{file}")) {
            return world.file().toString();
        } else if (path.contains("/tasks/{id}")) {
            return world.task().toString();
        } else if (path.contains("/admin/units/{code}")) {
            return world.store();
        } else if (path.contains("/admin/people/{id}")) {
            return world.person().toString();
        } else if (path.contains("/admin/keys/{id}")) {
            return world.key().toString();
        } else if (path.contains("/admin/merchants/{id}")) {
            return world.merchant().toString();
        } else if (path.contains("/monitor/cases/{id}")) {
            return world.instance().toString();
        }
        return null;
    }

    /** A workbook carries the moment it was made, so two are never the same; their own tests look into them. */
    boolean isWorkbook() {
        return path.endsWith("/template") || path.endsWith(".xlsx");
    }

    String at(String thing) {
        return VARIABLE.matcher(path).replaceAll(thing);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
