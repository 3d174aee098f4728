package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Plays the business modules for the processes: each step and each desk does what the test tells it, and otherwise
 * nothing. What was played is remembered in order.
 */
class Stage {

    private static final List<String> STEPS = List.of(
            "computeFees",
            "freezeFeeList",
            "renewLinks",
            "createReceivables",
            "settleCommissions",
            "closeContract",
            "reverseContract",
            "askForPayment",
            "checkReceivable",
            "markOverdue",
            "findApprover",
            "escalateApproval",
            "closeSuspense",
            "validateRules",
            "replayRules",
            "publishRules",
            "decideAdjustment",
            "applyAdjustment");

    private static final List<String> TASKS = List.of(
            "userTask_approveException",
            "userTask_reviseContract",
            "userTask_reviseFeeList",
            "userTask_renewLink",
            "userTask_followUpOverdue",
            "userTask_resolveSuspense",
            "userTask_approveRules",
            "userTask_agreeAdjustment");

    private final Map<String, Consumer<Step>> steps = new ConcurrentHashMap<>();
    private final Map<String, BiFunction<String, Map<String, Object>, Map<String, Object>>> desks =
            new ConcurrentHashMap<>();
    private final List<String> played = new CopyOnWriteArrayList<>();
    private UnaryOperator<TaskFacts> facts = UnaryOperator.identity();

    private final Map<String, TaskSubjects.Subject> subjects = new ConcurrentHashMap<>();

    private final Map<String, String> objections = new ConcurrentHashMap<>();

    /** Lets every desk object to that person. */
    void object(String username, String code) {
        objections.put(username, code);
    }

    void subject(String number, TaskSubjects.Subject subject) {
        subjects.put(number, subject);
    }

    void clear() {
        subjects.clear();
        objections.clear();
        steps.clear();
        steps.put("settleCommissions", step -> step.set("openAgain", false));
        desks.clear();
        played.clear();
        facts = UnaryOperator.identity();
    }

    void step(String name, Consumer<Step> part) {
        steps.put(name, part);
    }

    /** @param part from business key and answers to routing flags */
    void desk(String task, BiFunction<String, Map<String, Object>, Map<String, Object>> part) {
        desks.put(task, part);
    }

    void facts(UnaryOperator<TaskFacts> change) {
        facts = change;
    }

    /** Names of the steps so far, in order. */
    List<String> played() {
        return played;
    }

    private void play(String name, Step step) {
        played.add(name);
        steps.getOrDefault(name, nothing -> {}).accept(step);
    }

    private final class Desk implements TaskDesk {

        private final String task;

        Desk(String task) {
            this.task = task;
        }

        @Override
        public String task() {
            return task;
        }

        @Override
        public TaskFacts facts(String businessKey) {
            return facts.apply(new TaskFacts(
                    People.COMPANY,
                    People.STORE,
                    "处理 " + businessKey,
                    businessKey,
                    Money.ofYuan("25000.00"),
                    null,
                    Map.of("contract", businessKey)));
        }

        @Override
        public Optional<Map<String, Object>> approval(@Nullable String comment) {
            return task.equals("userTask_approveException")
                    ? Optional.of(Map.of("decision", "APPROVE", "comment", String.valueOf(comment)))
                    : Optional.empty();
        }

        @Override
        public Optional<String> objection(String businessKey, Actor actor) {
            return Optional.ofNullable(objections.get(actor.username()));
        }

        @Override
        public Map<String, Object> complete(String businessKey, Actor actor, Map<String, Object> answers) {
            return desks.getOrDefault(task, (key, given) -> Map.of()).apply(businessKey, answers);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Wiring {

        @Bean
        Stage stage() {
            return new Stage();
        }

        @Bean
        TaskSubjects subjects(Stage stage) {
            return number -> Optional.ofNullable(stage.subjects.get(number));
        }

        @Bean
        static BeanDefinitionRegistryPostProcessor cast(BeanFactory beans) {
            return registry -> {
                for (var name : STEPS) {
                    registry.registerBeanDefinition(
                            name,
                            new RootBeanDefinition(
                                    ProcessStep.class,
                                    () -> step -> beans.getBean(Stage.class).play(name, step)));
                }
                for (var task : TASKS) {
                    registry.registerBeanDefinition(
                            task + "Desk",
                            new RootBeanDefinition(TaskDesk.class, () -> beans.getBean(Stage.class).new Desk(task)));
                }
            };
        }
    }
}
