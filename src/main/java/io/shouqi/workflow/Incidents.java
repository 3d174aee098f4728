package io.shouqi.workflow;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Steps of processes that failed after all their attempts; they wait for a person. */
@Service
public class Incidents {

    private final RuntimeService processes;

    Incidents(RuntimeService processes) {
        this.processes = processes;
    }

    /** How many a company has. */
    @Transactional(readOnly = true)
    public long open(String company) {
        return processes.createIncidentQuery().tenantIdIn(company).count();
    }
}
