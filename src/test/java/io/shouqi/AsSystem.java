package io.shouqi;

import io.shouqi.database.Caller;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The test's own thread works as the product itself; requests it sends are whoever they say. */
public final class AsSystem implements BeforeAllCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace PLACE = ExtensionContext.Namespace.create(AsSystem.class);

    /** Threads that work as the test's own does. */
    public static ExecutorService pool(int threads) {
        return Executors.newFixedThreadPool(threads, work -> new Thread(() -> Caller.SYSTEM.run(work)));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(PLACE).put(Caller.Visit.class, Caller.SYSTEM.enter());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        context.getStore(PLACE).remove(Caller.Visit.class, Caller.Visit.class).close();
    }
}
