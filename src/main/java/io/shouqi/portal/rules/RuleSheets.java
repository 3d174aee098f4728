package io.shouqi.portal.rules;

import io.shouqi.identity.Actor;
import io.shouqi.pricing.Mistake;
import io.shouqi.pricing.Replay;
import io.shouqi.pricing.Replays;
import io.shouqi.pricing.RuleDiff;
import io.shouqi.pricing.RuleDrafts;
import io.shouqi.pricing.RuleOpinion;
import io.shouqi.pricing.RulePublishing;
import io.shouqi.pricing.RuleReaders;
import io.shouqi.pricing.RuleStatus;
import io.shouqi.pricing.RuleTables;
import io.shouqi.pricing.TableVersion;
import io.shouqi.shared.Refusal;
import io.shouqi.workflow.Task;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** One version of a table with everything a page says about it. */
@Component
class RuleSheets {

    private static final int MOST_CHANGES = 300;

    private final RuleTables tables;
    private final RulePublishing publishing;
    private final Replays replays;
    private final MessageSource messages;

    RuleSheets(RuleTables tables, RulePublishing publishing, Replays replays, MessageSource messages) {
        this.tables = tables;
        this.publishing = publishing;
        this.replays = replays;
        this.messages = messages;
    }

    /**
     * @param mine whether it is this person's own draft or submission
     * @param compared versions to compare with, the newest first
     * @param task in which this person may decide; null where it is not this person's turn
     */
    record Sheet(
            TableVersion version,
            RuleTables.Table table,
            List<MistakeLine> mistakes,
            boolean mine,
            boolean analyst,
            List<TableVersion> compared,
            List<RuleOpinion> opinions,
            @Nullable Task task,
            @Nullable Replay replay,
            TrialForm trial) {

        public boolean editable() {
            return mine && version.status() == RuleStatus.DRAFT;
        }

        public boolean sound() {
            return mistakes.stream().noneMatch(MistakeLine::error);
        }
    }

    /** @param cell such as C13 */
    record MistakeLine(String cell, boolean error, String text) {}

    /**
     * @param rows those that changed; the first of them where there are many
     * @param more how many are not shown
     */
    record Changes(TableVersion from, TableVersion to, RuleDiff diff, List<RuleDiff.Row> rows, long more) {}

    Sheet of(Actor actor, String table, int number, Locale locale) {
        var version = readable(actor, table, number);
        var text = Integer.toString(number);
        var grid = tables.grid(actor.company(), table, text);
        return new Sheet(
                version,
                tables.tables().stream()
                        .filter(known -> known.code().equals(table))
                        .findFirst()
                        .orElseThrow(),
                mistakes(actor, table, number, locale),
                publishing.isOwn(actor, table, number),
                RuleDrafts.mayDraft(actor),
                comparable(actor, version),
                publishing.opinions(actor.company(), table, number),
                publishing.openTask(actor, table, number).orElse(null),
                replays.current(actor.company(), table, number).orElse(null),
                TrialForm.of(table, grid));
    }

    List<MistakeLine> mistakes(Actor actor, String table, int number, Locale locale) {
        return tables.mistakes(actor.company(), table, Integer.toString(number)).stream()
                .map(mistake -> line(mistake, locale))
                .toList();
    }

    private MistakeLine line(Mistake mistake, Locale locale) {
        return new MistakeLine(mistake.cell(), mistake.isError(), mistake.text(messages, locale));
    }

    /** @throws Refusal 404 where there is no such version, or it is not for this person to see yet */
    TableVersion readable(Actor actor, String table, int number) {
        var version = tables.version(actor.company(), table, Integer.toString(number));
        if (!RuleReaders.mayRead(actor, version)) {
            throw Refusal.unknown("pricing.version.unknown", table, number);
        }
        return version;
    }

    private List<TableVersion> comparable(Actor actor, TableVersion version) {
        return tables.versions(actor.company(), version.table()).stream()
                .filter(other -> other.version() != version.version())
                .filter(other -> RuleReaders.mayRead(actor, other))
                .toList();
    }

    /** @param from a number; null for the version it was made from */
    @Nullable
    Changes changes(Actor actor, String table, int number, @Nullable String from) {
        var to = readable(actor, table, number);
        @Nullable Integer base = from == null || from.isBlank() ? to.baseVersion() : number(table, from);
        if (base == null) {
            return null;
        }
        var before = readable(actor, table, base);
        var diff = tables.diff(actor.company(), table, Integer.toString(base), Integer.toString(number));
        var changed = diff.rows().stream()
                .filter(row -> row.change() != RuleDiff.Change.SAME)
                .toList();
        var shown = changed.subList(0, Math.min(changed.size(), MOST_CHANGES));
        return new Changes(before, to, diff, shown, changed.size() - shown.size());
    }

    private static Integer number(String table, String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw Refusal.unknown("pricing.version.unknown", table, text);
        }
        return Integer.valueOf(text);
    }
}
