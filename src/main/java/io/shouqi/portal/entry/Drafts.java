package io.shouqi.portal.entry;

import io.shouqi.identity.Actor;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Refusal;
import io.shouqi.vault.Kind;
import io.shouqi.vault.Sealed;
import io.shouqi.vault.SealedColumn;
import io.shouqi.vault.SealedRows;
import io.shouqi.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Contracts that somebody has begun to enter, kept for that person alone. */
@Component
@Transactional
class Drafts {

    /** The people in a draft have agreed to nothing yet; what is forgotten here should not be kept for ever. */
    private static final Duration LIFE = Duration.ofDays(60);

    private static final SealedColumn CONTENT = new SealedColumn("contract_entry_draft", "content", Kind.SECRET);
    static final SealedRows ROWS = new SealedRows("contract_entry_draft", List.of("id"), List.of(CONTENT));

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Vault vault, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** @param address empty where none was typed yet */
    public record Draft(String id, String address, ZonedDateTime savedAt) {}

    /** Saves the form, unless there is nothing in it. */
    boolean keep(Actor actor, EntryForm form) {
        var id = id(form.draft());
        if (id.isEmpty() || !form.isBegun()) {
            return false;
        }
        var address =
                form.property() == null ? null : Typed.text(form.property().address());
        var saved = jdbc.sql("""
                        insert into contract_entry_draft(id, company, owner, address, content, saved_at)
                        values (:id, :company, :owner, :address, :content, :now)
                        on conflict (id) do update
                          set address = excluded.address, content = excluded.content, saved_at = excluded.saved_at
                          where contract_entry_draft.owner = excluded.owner
                        """)
                .param("id", id.get())
                .param("company", actor.company())
                .param("owner", actor.id())
                .param("address", Objects.requireNonNullElse(address, ""))
                .param(
                        "content",
                        vault.seal(json.writeValueAsString(form), CONTENT.of(id.get()))
                                .bytes())
                .param("now", at(clock.instant()))
                .update();
        jdbc.sql("delete from contract_entry_draft where owner = ? and saved_at < ?")
                .params(actor.id(), at(clock.instant().minus(LIFE)))
                .update();
        return saved > 0;
    }

    /**
     * The newest first.
     *
     * @param open the one that is being worked on, which is left out
     */
    @Transactional(readOnly = true)
    public List<Draft> of(Actor actor, @Nullable String open) {
        return jdbc.sql("""
                        select id, address, saved_at from contract_entry_draft
                         where owner = :owner and id is distinct from cast(:open as uuid) order by saved_at desc limit 10
                        """)
                .param("owner", actor.id())
                .param("open", id(open).orElse(null))
                .query((row, number) -> new Draft(
                        row.getString("id"),
                        row.getString("address"),
                        row.getObject("saved_at", OffsetDateTime.class).atZoneSameInstant(BusinessTime.ZONE)))
                .list();
    }

    /** @throws Refusal 404 for one that is not there, or another person's */
    @Transactional(readOnly = true)
    public EntryForm open(Actor actor, String draft) {
        var id = id(draft).orElseThrow(() -> Refusal.unknown("entry.draft.unknown"));
        return jdbc.sql("select content from contract_entry_draft where id = ? and owner = ?")
                .params(id, actor.id())
                .query(byte[].class)
                .optional()
                .map(content -> json.readValue(vault.open(new Sealed(content), CONTENT.of(id)), EntryForm.class))
                .orElseThrow(() -> Refusal.unknown("entry.draft.unknown"));
    }

    void forget(Actor actor, @Nullable String draft) {
        id(draft)
                .ifPresent(id -> jdbc.sql("delete from contract_entry_draft where id = ? and owner = ?")
                        .params(id, actor.id())
                        .update());
    }

    /** Whatever else was sent as one names nothing. */
    static Optional<UUID> id(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
