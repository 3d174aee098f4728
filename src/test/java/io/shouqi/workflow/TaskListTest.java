package io.shouqi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.shouqi.AsSystem;
import io.shouqi.identity.Actor;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clerk's task of an expired link stands for all tasks: role CLERK, store BJ001 of the first company. */
class TaskListTest extends ProcessTest {

    @Autowired
    JdbcClient inTransaction;

    private static final String PROCESS = "contract-to-payment";

    private Actor wang;
    private Actor zhao;

    @BeforeEach
    void twoClerks() {
        wang = people.named("wang");
        zhao = people.named("zhao");
        stage.step("computeFees", step -> step.set("needsApproval", false));
        stage.step("freezeFeeList", step -> waitForCustomers(step));
        stage.step("renewLinks", step -> waitForCustomers(step));
    }

    private static void waitForCustomers(Step step) {
        step.set("confirmed", false);
        step.set("linkExpiresAt", "2024-03-08T10:00:00+08:00");
    }

    private UUID clerksTask() {
        var contract = start(PROCESS);
        run(timer(contract));
        return task("wang", key).id();
    }

    @Test
    void a_task_shows_what_its_desk_says() {
        stage.facts(facts -> new TaskFacts(
                facts.company(),
                facts.storeCode(),
                "重发 张三 的确认链接",
                "C-20240301-000001",
                Money.ofYuan("100000.00"),
                LocalDate.of(2024, 3, 8),
                Map.of("payers", "张三")));
        clerksTask();

        var task = task("wang", key);

        assertThat(task.title()).isEqualTo("重发 张三 的确认链接");
        assertThat(task.subject()).isEqualTo("C-20240301-000001");
        assertThat(task.amount()).isEqualTo(Money.ofYuan("100000.00"));
        assertThat(task.dueOn()).isEqualTo(LocalDate.of(2024, 3, 8));
        assertThat(task.definition()).isEqualTo("userTask_renewLink");
        assertThat(task.assignee()).isNull();
    }

    @Test
    void an_opened_task_brings_its_form_and_the_data_for_it() {
        var open = tasks.open(clerksTask(), wang);

        assertThat(open.schema().get("id").stringValue()).isEqualTo("renewLink");
        assertThat(open.data()).containsEntry("contract", key);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"li: another role", "sun: another role", "zhou: another store", "wu: another company"})
    void for_others_a_task_does_not_exist(String somebody) {
        var id = clerksTask();
        var stranger = people.named(somebody.substring(0, somebody.indexOf(':')));

        assertThat(tasks.page(TaskSearch.of(TaskQueue.ALL), stranger, null).items())
                .noneMatch(task -> task.businessKey().equals(key));
        for (ThrowingCallable attempt : List.<ThrowingCallable>of(
                () -> tasks.open(id, stranger),
                () -> tasks.claim(id, stranger),
                () -> tasks.unclaim(id, stranger),
                () -> tasks.delegate(id, stranger, "wang", null),
                () -> tasks.complete(id, stranger, Map.of()))) {
            assertRefused(attempt, Refusal.Kind.UNKNOWN, "task.unknown");
        }
        assertThat(openTasks(key)).isOne();
    }

    @Test
    void a_company_without_anything_sees_nothing() {
        clerksTask();
        deployments.seed(People.OTHER_COMPANY);

        assertThat(tasks.page(TaskSearch.of(TaskQueue.ALL), people.named("wu"), null)
                        .items())
                .isEmpty();
        assertThat(tasks.counts(people.named("wu")).get(TaskQueue.ALL)).isZero();
    }

    @Test
    void a_task_lies_in_the_queues_that_say_so() {
        var id = clerksTask();
        assertThat(queues(wang, id)).containsExactly(TaskQueue.GROUP, TaskQueue.UNASSIGNED, TaskQueue.ALL);

        tasks.claim(id, wang);

        assertThat(queues(wang, id)).containsExactly(TaskQueue.MINE, TaskQueue.ALL);
        assertThat(queues(zhao, id)).containsExactly(TaskQueue.GROUP, TaskQueue.ALL);

        tasks.delegate(id, wang, "zhao", "我下午外出");

        assertThat(queues(wang, id)).containsExactly(TaskQueue.GROUP, TaskQueue.DELEGATED, TaskQueue.ALL);
        assertThat(queues(zhao, id)).containsExactly(TaskQueue.MINE, TaskQueue.ALL);

        tasks.unclaim(id, zhao);

        assertThat(queues(wang, id)).containsExactly(TaskQueue.GROUP, TaskQueue.UNASSIGNED, TaskQueue.ALL);
    }

    @Test
    void the_counts_are_as_long_as_the_queues() {
        due(LocalDate.of(2024, 2, 29));
        tasks.claim(clerksTask(), wang);
        key = key + "-2";
        due(null);
        clerksTask();

        for (var actor : List.of(wang, zhao)) {
            var counts = tasks.counts(actor);
            assertThat(counts.get(TaskQueue.OVERDUE)).isOne();
            for (var queue : TaskQueue.values()) {
                assertThat(counts.get(queue))
                        .as(actor.name() + " " + queue)
                        .isEqualTo(tasks.page(TaskSearch.of(queue), actor, null)
                                .items()
                                .size());
            }
        }
    }

    private void due(@Nullable LocalDate day) {
        stage.facts(facts -> due(facts, day));
    }

    private List<TaskQueue> queues(Actor actor, UUID id) {
        return List.of(TaskQueue.values()).stream()
                .filter(queue -> tasks.page(TaskSearch.of(queue), actor, null).items().stream()
                        .anyMatch(task -> task.id().equals(id)))
                .toList();
    }

    @Test
    void the_loser_of_a_race_is_told_who_won() throws Exception {
        var id = clerksTask();

        var outcomes = atOnce(
                () -> {
                    tasks.claim(id, wang);
                    return null;
                },
                () -> {
                    tasks.claim(id, zhao);
                    return null;
                });

        var winner = task("wang", key).assigneeName();
        assertThat(winner).isIn("王店员", "赵店员");
        var lost = outcomes.stream().filter(outcome -> outcome != null).toList();
        assertThat(lost).singleElement().asInstanceOf(type(Refusal.class)).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("task.taken");
            assertThat(refusal.arguments()).hasSize(2).first().isEqualTo(winner);
        });
    }

    @Test
    void of_two_people_who_complete_at_once_one_does_the_work() throws Exception {
        var id = clerksTask();
        var done = new AtomicInteger();
        stage.desk("userTask_renewLink", (number, answers) -> {
            done.incrementAndGet();
            return Map.of();
        });

        var outcomes = atOnce(
                () -> {
                    tasks.complete(id, wang, Map.of());
                    return null;
                },
                () -> {
                    tasks.complete(id, zhao, Map.of());
                    return null;
                });

        assertThat(done).hasValue(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome != null)
                .singleElement()
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::code)
                .isEqualTo("task.done");
    }

    @Test
    void claiming_again_changes_nothing() {
        var id = clerksTask();

        tasks.claim(id, wang);
        tasks.claim(id, wang);

        assertThat(task("wang", key).assignee()).isEqualTo(wang.id());
        assertRefused(() -> tasks.unclaim(id, zhao), Refusal.Kind.CONFLICT, "task.taken");
        assertRefused(() -> tasks.complete(id, zhao, Map.of()), Refusal.Kind.CONFLICT, "task.taken");
    }

    @Test
    void a_task_is_handed_to_a_colleague_who_may_do_it() {
        var id = clerksTask();

        for (var unsuitable : List.of("li", "zhou", "wu", "nobody")) {
            assertRefused(() -> tasks.delegate(id, wang, unsuitable, null), Refusal.Kind.INVALID, "request.invalid");
        }
        tasks.delegate(id, wang, "zhao", null);

        assertThat(task("zhao", key).assigneeName()).isEqualTo("赵店员");
        assertRefused(() -> tasks.claim(id, wang), Refusal.Kind.CONFLICT, "task.taken");
        tasks.complete(id, zhao, Map.of());
    }

    @Test
    void a_deputy_works_at_the_absent_ones_desk_and_signs_with_the_own_name() {
        var sun = people.named("sun");
        var deputy = new Actor(
                sun.id(),
                sun.username(),
                sun.name(),
                wang.company(),
                wang.unit(),
                wang.roles(),
                wang.stores(),
                new Actor.Absent(wang.id(), wang.name()));
        var taken = clerksTask();
        tasks.claim(taken, wang);

        assertThat(tasks.page(TaskSearch.of(TaskQueue.MINE), deputy, null).items())
                .extracting(Task::id)
                .containsExactly(taken);
        assertThat(tasks.counts(sun).get(TaskQueue.MINE)).isZero();
        tasks.unclaim(taken, deputy);
        tasks.claim(taken, deputy);
        assertThat(tasks.find(taken, wang).assignee())
                .as("it stays where it belongs when the leave is over")
                .isEqualTo(wang.id());

        tasks.complete(taken, deputy, Map.of());

        assertThat(tasks.find(taken, wang).status()).isEqualTo(TaskStatus.DONE);
        assertThat(tasks.find(taken, wang).assigneeName()).isEqualTo(sun.name());
    }

    @Test
    void a_task_is_completed_once() {
        var id = clerksTask();

        tasks.complete(id, wang, Map.of());

        assertRefused(() -> tasks.complete(id, wang, Map.of()), Refusal.Kind.CONFLICT, "task.done");
        assertRefused(() -> tasks.claim(id, zhao), Refusal.Kind.CONFLICT, "task.done");
        var task = tasks.open(id, zhao).task();
        assertThat(task.status()).isEqualTo(TaskStatus.DONE);
        assertThat(task.assigneeName()).isEqualTo("王店员");
    }

    @Test
    void a_task_that_was_overtaken_says_so() {
        var id = clerksTask();

        processes.tell("FeeListConfirmed", key);

        assertRefused(() -> tasks.complete(id, wang, Map.of()), Refusal.Kind.CONFLICT, "task.gone");
    }

    @Test
    void answers_that_are_missing_are_named_and_nothing_moves() {
        var id = clerksTask();
        stage.desk("userTask_renewLink", (number, answers) -> {
            throw Refusal.invalid("note", "field.required");
        });

        assertRefused(() -> tasks.complete(id, wang, Map.of()), Refusal.Kind.INVALID, "request.invalid");

        assertUntouched();
    }

    @Test
    void a_desk_that_fails_leaves_everything_as_it_was() {
        var id = clerksTask();
        stage.desk("userTask_renewLink", (number, answers) -> {
            renameStore("written by the desk");
            throw new IllegalStateException("the desk broke");
        });

        assertThatThrownBy(() -> tasks.complete(id, wang, Map.of())).hasMessage("the desk broke");

        assertUntouched();
    }

    @Test
    void a_step_that_fails_after_the_desk_takes_the_desks_work_back() {
        var id = clerksTask();
        stage.desk("userTask_renewLink", (number, answers) -> {
            renameStore("written by the desk");
            return Map.of();
        });
        stage.step("renewLinks", step -> {
            throw Refusal.conflict("step.refused");
        });

        assertRefused(() -> tasks.complete(id, wang, Map.of()), Refusal.Kind.CONFLICT, "step.refused");

        assertUntouched();
    }

    @Test
    void a_desk_that_answers_with_an_object_is_refused() {
        var id = clerksTask();
        stage.desk("userTask_renewLink", (number, answers) -> Map.of("payers", List.of("张三")));

        assertThatThrownBy(() -> tasks.complete(id, wang, Map.of())).isInstanceOf(IllegalArgumentException.class);

        assertUntouched();
    }

    private void renameStore(String phone) {
        inTransaction
                .sql("update organisation_unit set phone = ? where company = ? and code = ?")
                .params(phone, People.COMPANY, People.STORE)
                .update();
    }

    private void assertUntouched() {
        assertThat(task("wang", key).assignee()).isNull();
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(key)
                        .taskUnassigned()
                        .count())
                .isOne();
        assertThat(jdbc.sql("select phone from organisation_unit where company = ? and code = ?")
                        .params(People.COMPANY, People.STORE)
                        .query(String.class)
                        .single())
                .isEqualTo("010-60000000");
    }

    @Test
    void facts_that_changed_are_read_again() {
        clerksTask();
        stage.facts(facts -> new TaskFacts(
                facts.company(), facts.storeCode(), "新标题", "新编号", null, LocalDate.of(2024, 5, 1), Map.of()));

        tasks.refresh(key);

        var task = task("wang", key);
        assertThat(task.title()).isEqualTo("新标题");
        assertThat(task.amount()).isNull();
        assertThat(task.dueOn()).isEqualTo(LocalDate.of(2024, 5, 1));
    }

    @Test
    void pages_follow_each_other_by_due_date_without_gaps() {
        var sun = people.named("sun");
        var numbers = new ArrayList<String>();
        for (int i = 0; i < 120; i++) {
            var number = key + "-S" + i;
            var day = i % 7;
            stage.facts(facts -> due(facts, day == 0 ? null : LocalDate.of(2024, 3, day)));
            processes.start(People.COMPANY, "resolve-suspense", number, Map.of());
            numbers.add(number);
        }

        var seen = all(TaskSearch.of(TaskQueue.GROUP), sun);

        assertThat(seen).extracting(Task::businessKey).containsAll(numbers).doesNotHaveDuplicates();
        assertThat(seen)
                .extracting(task -> task.dueOn() == null ? LocalDate.MAX : task.dueOn())
                .isSorted();
        assertThat(tasks.counts(sun).get(TaskQueue.GROUP)).isEqualTo(seen.size());
    }

    private List<Task> all(TaskSearch search, Actor actor) {
        var seen = new ArrayList<Task>();
        String cursor = null;
        do {
            var page = tasks.page(search, actor, cursor);
            seen.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return seen;
    }

    @Test
    void by_money_and_by_age_pages_follow_each_other_just_the_same() {
        var sun = people.named("sun");
        for (int i = 0; i < 60; i++) {
            var fen = i % 5;
            stage.facts(facts -> worth(facts, fen == 0 ? null : Money.ofFen(fen)));
            clock.advance(Duration.ofMinutes(1));
            processes.start(People.COMPANY, "resolve-suspense", key + "-S" + i, Map.of());
        }

        var byMoney = all(new TaskSearch(TaskQueue.GROUP, TaskFilter.NONE, TaskSort.MONEY), sun);
        var byAge = all(new TaskSearch(TaskQueue.GROUP, TaskFilter.NONE, TaskSort.AGE), sun);

        assertThat(byMoney).hasSize(60).doesNotHaveDuplicates();
        assertThat(byMoney)
                .extracting(task -> task.amount() == null ? Money.ofFen(0) : task.amount())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(byAge).hasSize(60).extracting(Task::createdAt).isSorted();
    }

    @Test
    void a_filter_finds_tasks_by_what_they_are_about() {
        stage.subject("C-100%", new TaskSubjects.Subject("望京西园四区 410 号楼", List.of("王小明", "李秀英")));
        stage.facts(facts -> new TaskFacts(
                facts.company(),
                facts.storeCode(),
                facts.title(),
                "C-100%",
                Money.ofYuan("500.00"),
                BusinessTime.today(clock),
                facts.form()));
        var id = clerksTask();
        stage.facts(facts -> due(facts, null));
        key = key + "-2";
        clerksTask();

        for (var found : List.of(
                query(null, null, "today", null, null),
                filter("望京 秀英"),
                filter("410"),
                filter("c-100%"),
                query(null, "userTask_renewLink", "this_week", "400", "500"),
                query(null, null, null, "500", null))) {
            assertThat(found).extracting(Task::id).containsExactly(id);
        }
        for (var missed : List.of(
                filter("望京 张三"),
                filter("100_"),
                query(null, "userTask_approveException", null, null, null),
                query(null, null, "overdue", null, null),
                query(null, null, null, "500.01", null))) {
            assertThat(missed).isEmpty();
        }
    }

    private List<Task> filter(String words) {
        return query(words, null, null, null, null);
    }

    private List<Task> query(
            @Nullable String words,
            @Nullable String kind,
            @Nullable String due,
            @Nullable String from,
            @Nullable String to) {
        return all(new TaskQuery("all", words, kind, null, due, from, to, null, null).search(TaskQueue.ALL), wang);
    }

    private static TaskFacts worth(TaskFacts facts, @Nullable Money amount) {
        return new TaskFacts(
                facts.company(), facts.storeCode(), facts.title(), facts.subject(), amount, null, facts.form());
    }

    private static TaskFacts due(TaskFacts facts, @Nullable LocalDate dueOn) {
        return new TaskFacts(
                facts.company(), facts.storeCode(), facts.title(), facts.subject(), null, dueOn, facts.form());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "DUE infinity x", "DUE 2024-13-45 %s", "MONEY 1 %s", "DUE infinity %s x"})
    void a_cursor_from_elsewhere_is_refused(String text) {
        var cursor = Base64.getUrlEncoder()
                .encodeToString(
                        text.formatted(UUID.randomUUID()).replace(' ', '\n').getBytes(StandardCharsets.US_ASCII));
        assertRefused(
                () -> tasks.page(TaskSearch.of(TaskQueue.ALL), wang, cursor),
                Refusal.Kind.MALFORMED,
                "request.parameter");
    }

    @Test
    void the_list_always_equals_the_engine() {
        var taken = clerksTask();
        tasks.claim(taken, wang);
        key = key + "-2";
        tasks.complete(clerksTask(), zhao, Map.of());
        key = key + "-3";
        clerksTask();
        processes.tell("ContractCancelled", key);
        runJobs();

        var listed = jdbc.sql("select engine_task_id || ' ' || coalesce(assignee::text, '') from task"
                        + " where status = 'OPEN'")
                .query(String.class)
                .list();
        var actual = engine.getTaskService().createTaskQuery().list().stream()
                .map(task -> task.getId() + " " + (task.getAssignee() == null ? "" : task.getAssignee()))
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(actual).isNotEmpty();
    }

    private static List<@Nullable Throwable> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        var start = new CyclicBarrier(2);
        var threads = AsSystem.pool(2);
        try {
            var runs = new ArrayList<Callable<@Nullable Throwable>>();
            for (var call : List.of(one, other)) {
                runs.add(() -> {
                    start.await();
                    try {
                        call.call();
                        return null;
                    } catch (RuntimeException e) {
                        return e;
                    }
                });
            }
            var outcomes = new ArrayList<@Nullable Throwable>();
            for (var outcome : threads.invokeAll(runs)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    private static void assertRefused(ThrowingCallable call, Refusal.Kind kind, String code) {
        assertThatThrownBy(call).asInstanceOf(type(Refusal.class)).satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.code()).isEqualTo(code);
        });
    }
}
