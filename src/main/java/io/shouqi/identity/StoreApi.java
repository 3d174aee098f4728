package io.shouqi.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stores")
@AllowedToStaff
@ApiScope(ApiPart.STORES)
class StoreApi {

    private final Stores stores;

    StoreApi(Stores stores) {
        this.stores = stores;
    }

    @GetMapping
    Page list(@AuthenticationPrincipal Actor actor) {
        return new Page(
                stores.visibleTo(actor).stream()
                        .map(s -> new Item(s.code(), s.name(), s.area(), s.city()))
                        .toList(),
                null);
    }

    record Item(String code, String name, String area, String city) {}

    record Page(List<Item> items, @Nullable String nextCursor) {}
}
