package io.shouqi.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something may have changed: for whoever sees that store, or for one person.
 *
 * @param store null for what concerns those who see the whole company
 * @param person null for what is not one person's
 */
record News(
        LiveKind kind,
        String company,
        @Nullable String store,
        @Nullable UUID person) {

    boolean concerns(Audience audience) {
        return person == null ? audience.reach().covers(company, store) : person.equals(audience.person());
    }
}
