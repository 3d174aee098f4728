package io.shouqi.workflow;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plays a process through from its start, with chosen answers, on the engine that runs all others: the model is deployed
 * and run in a transaction that is always thrown away. No step runs, no task is listed and nobody is told; each look
 * begins anew with the choices so far, so nothing is kept between two of them either.
 */
@Service
public class Rehearsals {

    private final ProcessEngine engine;
    private final TransactionTemplate aside;

    Rehearsals(ProcessEngine engine, PlatformTransactionManager transactions) {
        this.engine = engine;
        aside = new TransactionTemplate(transactions);
        // whatever the caller has begun must not be thrown away with it
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        aside.setTimeout(30);
    }

    /**
     * @param key of the process, which the model is a draft of
     * @param choices in the order in which they are met
     * @throws ModelRefused where the model contains what is not allowed
     */
    public Rehearsal play(String company, String key, byte[] model, List<RehearsalChoice> choices, RehearsalPace pace) {
        var rehearsing = new Rehearsing(choices, pace);
        var run = new RehearsalRun(engine, rehearsing);
        try {
            return rehearsing.during(() -> Objects.requireNonNull(aside.execute(transaction -> {
                transaction.setRollbackOnly();
                return run.play(company, key, model, choices.size());
            })));
        } finally {
            forget(run);
        }
    }

    /** What the engine keeps in memory knows nothing of a transaction. */
    private void forget(RehearsalRun run) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var deployment = run.deployment();
        if (deployment != null) {
            configuration.getRegisteredDeployments().remove(deployment);
        }
        var definition = run.definition();
        if (definition != null) {
            configuration.getDeploymentCache().removeProcessDefinition(definition);
        }
    }
}
