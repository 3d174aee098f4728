package io.shouqi.lists;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The filters each person keeps. Those of others do not exist. */
@Service
@Transactional
public class SavedFilters {

    /** More than that nobody finds anything in. */
    public static final int MOST = 20;

    private static final int LONGEST_NAME = 30;
    private static final String NAME = "name";

    private final JdbcClient jdbc;

    SavedFilters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<SavedFilter> of(UUID person, Listing<?> listing) {
        return jdbc.sql("select id, name, query, opens from saved_filter where person = ? and list = ? order by name")
                .params(person, listing.code())
                .query(SavedFilter.class)
                .list();
    }

    /**
     * @return its id
     * @throws Refusal 422 for a name that is taken, for no filters at all, and where there are too many already
     */
    public UUID save(UUID person, Listing<?> listing, @Nullable String name, ListQuery query) {
        var checked = checked(name);
        if (query.isEmpty()) {
            throw Refusal.invalid(NAME, "lists.filter.empty");
        }
        if (query.toString().length() > ListQuery.LONGEST) {
            throw Refusal.invalid(NAME, "lists.filter.tooLong");
        }
        if (of(person, listing).size() >= MOST) {
            throw Refusal.invalid(NAME, "lists.filter.tooMany", MOST);
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        try {
            jdbc.sql("insert into saved_filter(id, person, list, name, query) values (?, ?, ?, ?, ?)")
                    .params(id, person, listing.code(), checked, query.toString())
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken();
        }
        return id;
    }

    public void rename(UUID person, Listing<?> listing, UUID id, @Nullable String name) {
        var checked = checked(name);
        one(person, listing, id);
        try {
            jdbc.sql("update saved_filter set name = ? where id = ?")
                    .params(checked, id)
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken();
        }
    }

    /** @return what was deleted, from which it can be saved again */
    public SavedFilter delete(UUID person, Listing<?> listing, UUID id) {
        var filter = one(person, listing, id);
        jdbc.sql("delete from saved_filter where id = ?").param(id).update();
        return filter;
    }

    /** From now on the list opens with it, and with no other. */
    public void openWith(UUID person, Listing<?> listing, UUID id) {
        one(person, listing, id);
        openWithNone(person, listing);
        jdbc.sql("update saved_filter set opens = true where id = ?").param(id).update();
    }

    public void openWithNone(UUID person, Listing<?> listing) {
        jdbc.sql("update saved_filter set opens = false where person = ? and list = ? and opens")
                .params(person, listing.code())
                .update();
    }

    private SavedFilter one(UUID person, Listing<?> listing, UUID id) {
        return jdbc.sql("select id, name, query, opens from saved_filter where person = ? and list = ? and id = ?")
                .params(person, listing.code(), id)
                .query(SavedFilter.class)
                .optional()
                .orElseThrow(() -> Refusal.unknown("lists.filter.unknown"));
    }

    private static String checked(@Nullable String name) {
        var checks = new Checks();
        var checked = checks.required(NAME, name, LONGEST_NAME);
        checks.refuse();
        return Objects.requireNonNull(checked);
    }

    private static Refusal taken() {
        return Refusal.invalid(NAME, "lists.filter.taken");
    }
}
