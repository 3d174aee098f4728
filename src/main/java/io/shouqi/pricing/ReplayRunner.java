package io.shouqi.pricing;

import io.shouqi.database.Caller;
import io.shouqi.pricing.ReplayTable.Asked;
import io.shouqi.pricing.ReplayTable.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a version over the contracts of a period, one by one as the database hands them out. */
@Component
class ReplayRunner {

    private static final Logger log = LoggerFactory.getLogger(ReplayRunner.class);
    private static final int AT_ONCE = 1000;

    /** The last edition of each contract that came to something. */
    private static final String CASES = """
              from priced_case p where company = ? and signed_on between ? and ? and ended_at is null
               and not exists (select 1 from priced_case later
                                where later.contract_no = p.contract_no and later.edition > p.edition)
            """;

    private final ReplayTable table;
    private final ReplayMeasures measures;
    private final RulesInForce rules;
    private final RuleVersions versions;
    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;
    private final TransactionTemplate reading;

    ReplayRunner(
            ReplayTable table,
            ReplayMeasures measures,
            RulesInForce rules,
            RuleVersions versions,
            JdbcClient jdbc,
            DataSource database,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.measures = measures;
        this.rules = rules;
        this.versions = versions;
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(database);
        streaming.setFetchSize(AT_ONCE);
        this.reading = new TransactionTemplate(transactions);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        reading.setReadOnly(true);
    }

    /** As the product itself: a replay looks at all stores. */
    void run(Asked asked) {
        Caller.system(asked.version().company()).run(() -> {
            try {
                table.finish(asked, replay(asked));
            } catch (RuntimeException e) {
                log.error("replay {} could not finish", asked.id(), e);
                table.fail(asked.id(), e.toString());
            }
        });
    }

    private ReplaySums replay(Asked asked) {
        var version = asked.version();
        var form = DecisionTables.need(version.tableCode());
        var measure = ReplayMeasures.of(form);
        if (measure == Replay.Measure.NONE) {
            return new ReplaySums();
        }
        var compiled =
                new RulesInForce.Version(version.version(), rules.compiled().passing(form, version));
        var walk = new Walk(asked, measures.measuring(version, compiled));
        reading.executeWithoutResult(status -> {
            table.total(asked.id(), count(asked));
            streaming.query("select *" + CASES, walk::next, version.company(), asked.from(), asked.to());
        });
        walk.flush();
        return walk.sums;
    }

    private int count(Asked asked) {
        return jdbc.sql("select count(*)" + CASES)
                .params(asked.version().company(), asked.from(), asked.to())
                .query(Integer.class)
                .single();
    }

    private final class Walk {

        private static final long TELL_NANOS = 500_000_000L;

        private final Asked asked;
        private final Function<PricedCase, ReplayAnswer> answering;
        /** Read anew: it runs right after a publication, which the kept lists may not have heard of. */
        private final List<StoredVersion> published;

        private final ReplaySums sums = new ReplaySums();
        private final List<ReplayCase> changed = new ArrayList<>();
        private long told = System.nanoTime();

        private Walk(Asked asked, Function<PricedCase, ReplayAnswer> answering) {
            this.asked = asked;
            this.answering = answering;
            var version = asked.version();
            this.published = versions.published(version.company(), version.tableCode());
        }

        private void next(ResultSet rs) throws SQLException {
            var priced = PricedCase.of(rs);
            if (asked.purpose() == Purpose.RETROACTIVE && !isInForceFor(priced)) {
                return;
            }
            var answer = answering.apply(priced);
            sums.add(priced, answer);
            if (answer.isChange()) {
                var request = priced.request();
                changed.add(new ReplayCase(
                        priced.contractNo(),
                        request.storeCode(),
                        request.signedOn(),
                        answer.before(),
                        answer.after(),
                        answer.moved(),
                        answer.lines()));
            }
            if (changed.size() >= AT_ONCE) {
                flush();
            }
            if (System.nanoTime() - told > TELL_NANOS) {
                told = System.nanoTime();
                table.progress(asked.id(), sums.cases());
            }
        }

        private boolean isInForceFor(PricedCase priced) {
            var day = priced.request().signedOn();
            return published.stream()
                    .filter(version -> !version.validFrom().isAfter(day))
                    .max(StoredVersion.PRECEDENCE)
                    .filter(inForce -> inForce.id().equals(asked.version().id()))
                    .isPresent();
        }

        private void flush() {
            table.add(asked, changed);
            changed.clear();
        }
    }
}
