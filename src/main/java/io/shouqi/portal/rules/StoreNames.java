package io.shouqi.portal.rules;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Store;
import io.shouqi.identity.Stores;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the stores are called that somebody sees, by their codes. */
@Component
class StoreNames {

    private final Stores stores;

    StoreNames(Stores stores) {
        this.stores = stores;
    }

    Map<String, String> of(Actor actor) {
        return stores.visibleTo(actor).stream().collect(Collectors.toMap(Store::code, Store::name));
    }
}
