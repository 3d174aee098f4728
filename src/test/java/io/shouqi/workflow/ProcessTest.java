package io.shouqi.workflow;

import static org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions.init;

import io.shouqi.EveryRow;
import io.shouqi.TestClock;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Users;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shipped processes on the real engine; jobs and timers are fired by hand. */
@WorkflowTest
abstract class ProcessTest {

    private static final Map<String, Object> ACCEPTABLE = Map.of("decision", "APPROVE", "outcome", "REACHED");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    ProcessEngine engine;

    @Autowired
    Processes processes;

    @Autowired
    TaskList tasks;

    @Autowired
    Deployments deployments;

    @Autowired
    Diagrams diagrams;

    @Autowired
    Stage stage;

    @Autowired
    TestClock clock;

    @Autowired
    @EveryRow
    JdbcClient jdbc;

    People people;

    /** The business key of this test's process. */
    String key;

    @BeforeEach
    void setTheStage(@Autowired Organisation organisation, @Autowired Users users) {
        init(engine);
        people = People.settle(organisation, users);
        deployments.seed(People.COMPANY);
        stage.clear();
        endWhatOtherTestsStarted();
        key = "K-" + NUMBERS.incrementAndGet();
    }

    private void endWhatOtherTestsStarted() {
        var runtime = engine.getRuntimeService();
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test is over"));
    }

    ProcessInstance start(String process) {
        processes.start(People.COMPANY, process, key, Map.of());
        return instance(process, key);
    }

    /** A running instance. */
    ProcessInstance instance(String process, String businessKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .singleResult();
    }

    /** Runs the asynchronous steps that are due, of all processes, until none is left. */
    void runJobs() {
        var due = engine.getManagementService()
                .createJobQuery()
                .messages()
                .withRetriesLeft()
                .list();
        due.forEach(this::run);
        if (!due.isEmpty()) {
            runJobs();
        }
    }

    Job timer(ProcessInstance instance) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .singleResult();
    }

    void run(Job job) {
        engine.getManagementService().executeJob(job.getId());
    }

    /** The open task of a process, as somebody who may see it. */
    Task task(String username, String businessKey) {
        var id = jdbc.sql("select id from task where business_key = ? and status = 'OPEN'")
                .param(businessKey)
                .query(UUID.class)
                .single();
        return tasks.find(id, people.named(username));
    }

    /** With answers the form of each task takes where the test gives none of its own. */
    void complete(String username, String businessKey, Map<String, Object> given) {
        var answers = new HashMap<>(ACCEPTABLE);
        answers.putAll(given);
        tasks.complete(task(username, businessKey).id(), people.named(username), answers);
    }

    long openTasks(String businessKey) {
        return jdbc.sql("select count(*) from task where business_key = ? and status = 'OPEN'")
                .param(businessKey)
                .query(Long.class)
                .single();
    }
}
