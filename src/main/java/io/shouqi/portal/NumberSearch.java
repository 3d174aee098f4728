package io.shouqi.portal;

import io.shouqi.contract.Party;
import io.shouqi.vault.BlindIndex;
import io.shouqi.vault.Kind;
import io.shouqi.vault.Wanted;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds people by phone or id number: the whole of it however it is typed, or its last four characters. */
@Component
public class NumberSearch {

    private final BlindIndex index;

    NumberSearch(BlindIndex index) {
        this.index = index;
    }

    public record Numbers(Wanted phone, Wanted idNo) {

        boolean matches(Party party) {
            var id = party.idNo();
            return phone.matches(party.phone()) || (id != null && idNo.matches(id));
        }
    }

    /** @param typed null finds nobody */
    public Numbers of(@Nullable String typed) {
        var text = Objects.requireNonNullElse(typed, "");
        return new Numbers(index.wanted(Kind.PHONE, text), index.wanted(Kind.ID_NUMBER, text));
    }
}
