package io.shouqi.contract;

import io.shouqi.vault.BlindIndex;
import io.shouqi.vault.Fingerprint;
import io.shouqi.vault.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds contracts that may be the one being entered, so that nobody is asked to pay twice. */
@Service
@Transactional(readOnly = true)
public class Lookalikes {

    private static final Duration RECENT = Duration.ofDays(30);
    private static final Pattern GAP = Pattern.compile("\\s+");

    private final JdbcClient jdbc;
    private final BlindIndex index;
    private final Clock clock;

    Lookalikes(JdbcClient jdbc, BlindIndex index, Clock clock) {
        this.jdbc = jdbc;
        this.index = index;
        this.clock = clock;
    }

    public record Lookalike(String number, String externalNo, String address, String enteredBy) {}

    /** Of the same home with one of the same people, entered a short while ago; the newest first. */
    public List<Lookalike> of(String company, ContractRequest request) {
        var property = request.property();
        var address = property == null ? "" : plain(property.address());
        var people = Objects.requireNonNullElse(request.parties(), List.<ContractRequest.PartyRequest>of());
        var names = texts(people.stream().map(ContractRequest.PartyRequest::name));
        var phones = texts(people.stream().map(ContractRequest.PartyRequest::phone)).stream()
                .flatMap(phone -> index.wanted(Kind.PHONE, phone).whole().stream())
                .toList();
        if (address.isEmpty() || names.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select c.number, c.external_no, c.address, c.created_by_name as entered_by from contract c
                         where c.company = :company and c.status <> 'CANCELLED' and c.created_at >= :since
                           and regexp_replace(lower(c.address), '\\s+', '', 'g') = :address
                           and exists (select 1 from contract_party p where p.contract_id = c.id
                                          and (p.name in (:names) or p.phone_index = any(:phones)))
                         order by c.created_at desc limit 3
                        """)
                .param("company", company)
                .param("since", OffsetDateTime.ofInstant(clock.instant().minus(RECENT), ZoneOffset.UTC))
                .param("address", address)
                .param("names", names)
                .param("phones", Fingerprint.array(phones))
                .query(Lookalike.class)
                .list();
    }

    /** The contract that has that number already. */
    public Optional<Lookalike> numbered(String company, @Nullable String externalNo) {
        return jdbc.sql("""
                        select number, external_no, address, created_by_name as entered_by from contract
                         where company = ? and external_no = ?
                        """)
                .params(company, Objects.requireNonNullElse(externalNo, "").strip())
                .query(Lookalike.class)
                .optional();
    }

    private static List<String> texts(Stream<@Nullable String> typed) {
        return typed.map(text -> Objects.requireNonNullElse(text, "").strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String plain(@Nullable String address) {
        return GAP.matcher(Objects.requireNonNullElse(address, "").toLowerCase(Locale.ROOT))
                .replaceAll("");
    }
}
