package io.shouqi.pricing;

import io.shouqi.pricing.ReplayTable.Purpose;
import io.shouqi.shared.PageAsk;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * After a correction: the contracts signed on days that the version is now in force for, whose fee list says something
 * else. Nothing about them is changed; what to do is decided by people.
 */
@Service
@Transactional(readOnly = true)
public class RetroactiveEffects {

    private final RuleTables tables;
    private final ReplayTable table;
    private final Replays replays;

    RetroactiveEffects(RuleTables tables, ReplayTable table, Replays replays) {
        this.tables = tables;
        this.table = table;
        this.replays = replays;
    }

    /** @return empty where the version is not for days in the past; one that is still running has not counted all */
    public Optional<Replay> of(String company, String tableCode, int version) {
        return table.last(tables.find(company, tableCode, Integer.toString(version)), Purpose.RETROACTIVE);
    }

    /** The contracts whose list differs, those that differ most first. */
    public Replays.Page contracts(Replay effects, PageAsk ask) {
        return replays.cases(effects.id(), ask);
    }
}
