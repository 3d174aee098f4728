package io.shouqi.receivable;

import io.shouqi.identity.Actor;
import io.shouqi.shared.PageAsk;
import io.shouqi.shared.PageCursor;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds receivables within somebody's data scope. */
@Service
@Transactional(readOnly = true)
public class ReceivableSearch {

    private static final int PAGE = 100;
    private static final String ORDER = "number";

    private final EntityManager entities;
    private final CollectionDesk desk;

    ReceivableSearch(EntityManager entities, CollectionDesk desk) {
        this.entities = entities;
        this.desk = desk;
    }

    /** What to look for; null does not narrow. */
    public record Wanted(
            @Nullable String contractNo,
            @Nullable ReceivableStatus status,
            @Nullable String storeCode,
            @Nullable LocalDate dueBefore) {}

    public record Page(List<ReceivableView> items, @Nullable String nextCursor) {}

    /**
     * By number.
     *
     * @throws io.shouqi.shared.Refusal 400 for a cursor or a limit that is none
     */
    public Page page(Actor actor, Wanted wanted, PageAsk ask) {
        var after = ask.after(ORDER);
        var size = ask.size(PAGE);
        if (actor.stores().isEmpty()) {
            return new Page(List.of(), null);
        }
        var found = entities.createQuery("""
                        select r from Receivable r
                         where r.company = :company and r.storeCode in :stores
                           and (:contractNo is null or r.contractNo = :contractNo)
                           and (:status is null or r.status = :status)
                           and (:storeCode is null or r.storeCode = :storeCode)
                           and (cast(:dueBefore as LocalDate) is null or r.dueOn < :dueBefore)
                           and (:cursor is null or r.number > :cursor)
                         order by r.number
                        """, Receivable.class)
                .setParameter("company", actor.company())
                .setParameter("stores", actor.stores())
                .setParameter("contractNo", wanted.contractNo())
                .setParameter("status", wanted.status())
                .setParameter("storeCode", wanted.storeCode())
                .setParameter("dueBefore", wanted.dueBefore())
                .setParameter("cursor", after == null ? null : after.number())
                .setMaxResults(size + 1)
                .getResultList();
        var items = found.stream().limit(size).map(ReceivableView::of).toList();
        return new Page(
                items,
                found.size() > size
                        ? new PageCursor(ORDER, "", items.get(size - 1).no()).toString()
                        : null);
    }

    public ReceivableView one(Actor actor, String number) {
        return ReceivableView.of(desk.visibleTo(actor, number));
    }
}
