package io.shouqi.live;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells open pages on all nodes that something changed, once the caller's transaction has committed; what is rolled back
 * is not told. Costs the caller a note in a set: everything else happens on another thread.
 */
@Service
public class LiveNews {

    private final LiveAnnouncer announcer;

    LiveNews(LiveAnnouncer announcer) {
        this.announcer = announcer;
    }

    /** @param store null, or the company's own code, for what concerns those who see the whole company */
    public void announce(LiveKind kind, String company, @Nullable String store) {
        tell(new News(kind, company, store, null));
    }

    /** For one person alone, wherever that person is signed in. */
    public void announceTo(UUID person, LiveKind kind, String company) {
        tell(new News(kind, company, null, person));
    }

    private void tell(News news) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            announcer.tell(Set.of(news));
            return;
        }
        var known = (AfterCommit) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = new AfterCommit();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(known);
        }
        known.news.add(news);
    }

    /** What a transaction has to tell; one that runs within another has its own. */
    private final class AfterCommit implements TransactionSynchronization {

        private final Set<News> news = new HashSet<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(LiveNews.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(LiveNews.this, this);
        }

        @Override
        public void afterCommit() {
            announcer.tell(news);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(LiveNews.this);
        }
    }
}
