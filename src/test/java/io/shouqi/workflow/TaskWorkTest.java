package io.shouqi.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.identity.Users;
import io.shouqi.notice.NoticeKind;
import io.shouqi.shared.FieldError;
import io.shouqi.shared.Refusal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do with a task besides answering it. An approval of a store manager stands for all tasks. */
class TaskWorkTest extends ProcessTest {

    private static final byte[] PDF = "%PDF-1.7 回单".getBytes(UTF_8);

    @Autowired
    TaskHistory history;

    @Autowired
    TaskFiles files;

    @Autowired
    TaskDrafts drafts;

    @Autowired
    TaskBulk bulk;

    private Actor li;
    private Actor second;
    private UUID id;

    @BeforeEach
    void anApproval(@Autowired Organisation organisation) {
        organisation.user(People.COMPANY, People.STORE, "chen", "陈店长", "demo", Set.of(Role.STORE_MANAGER));
        li = people.named("li");
        second = people.named("chen");
        stage.step("findApprover", step -> step.set("approver", "STORE_MANAGER"));
        stage.desk(
                "userTask_approveException",
                (number, answers) ->
                        Map.of("approved", answers.get("decision").equals("APPROVE"), "moreLevels", false));
        id = approval(key);
    }

    private UUID approval(String number) {
        processes.start(People.COMPANY, "approve-exception", number, Map.of());
        return task("li", number).id();
    }

    @Test
    void a_task_that_was_handed_on_can_be_given_back() {
        tasks.claim(id, li);
        tasks.delegate(id, li, "chen", "下午去签约");

        assertThat(tasks.find(id, second).isBorrowedBy(second)).isTrue();
        assertThat(told(second)).containsExactly(NoticeKind.TASK_DELEGATED);
        refused("task.taken", () -> tasks.giveBack(id, li, null));

        tasks.giveBack(id, second, "我也不在");

        assertThat(tasks.find(id, li).assignee()).isEqualTo(li.id());
        assertThat(tasks.find(id, li).delegatedBy()).isNull();
        refused("task.notDelegated", () -> tasks.giveBack(id, li, null));
    }

    @Test
    void colleagues_are_those_who_could_do_it() {
        assertThat(tasks.colleagues(id, li, null))
                .extracting(Users.Colleague::name)
                .containsExactly("陈店长");
        assertThat(tasks.colleagues(id, li, "陈")).hasSize(1);
        assertThat(tasks.colleagues(id, li, "CHEN")).hasSize(1);
        assertThat(tasks.colleagues(id, li, "王")).isEmpty();
    }

    @Test
    void nobody_gets_a_task_that_four_eyes_keep_from_them() {
        stage.object("chen", "approval.own");

        assertThatThrownBy(() -> tasks.delegate(id, li, "chen", null))
                .asInstanceOf(type(Refusal.class))
                .extracting(refusal -> refusal.fields().get(0))
                .extracting(FieldError::code)
                .isEqualTo("task.delegate.objection");
        assertThat(tasks.find(id, li).assignee()).isNull();
    }

    @Test
    void the_history_tells_who_did_what_with_the_other_tasks_of_the_same_case() {
        history.comment(id, second, "客户是老朋友\r\n请快一点");
        tasks.claim(id, li);
        tasks.unclaim(id, li);
        tasks.complete(id, li, Map.of("decision", "REJECT", "comment", "本月不打折"));
        var later = sameSubject();

        assertThat(history.of(id, li))
                .extracting(TaskEvent::kind)
                .containsSubsequence(
                        TaskEventKind.COMPLETED,
                        TaskEventKind.RETURNED,
                        TaskEventKind.CLAIMED,
                        TaskEventKind.COMMENTED,
                        TaskEventKind.CREATED);
        assertThat(history.of(id, li))
                .filteredOn(event -> event.kind() == TaskEventKind.COMPLETED)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.actor()).isEqualTo("李店长");
                    assertThat(event.words()).isEqualTo("审批意见：驳回\n说明：本月不打折");
                });
        assertThat(history.of(later, li))
                .as("of another task only how it ended")
                .filteredOn(event -> event.task().equals(id))
                .extracting(TaskEvent::kind)
                .containsExactly(TaskEventKind.COMPLETED, TaskEventKind.CREATED);
    }

    private UUID sameSubject() {
        var subject = key;
        stage.facts(facts ->
                new TaskFacts(facts.company(), facts.storeCode(), facts.title(), subject, null, null, facts.form()));
        clock.advance(Duration.ofMinutes(1));
        return approval(key + "-2");
    }

    @Test
    void a_comment_is_said_to_whoever_has_the_task() {
        tasks.claim(id, li);

        history.comment(id, second, "客户在店里等");

        assertThat(told(li)).containsExactly(NoticeKind.TASK_COMMENTED);
        refused("request.invalid", () -> history.comment(id, second, " \n "));
        refused("request.invalid", () -> history.comment(id, second, "长".repeat(1001)));
        refused("task.unknown", () -> history.comment(id, people.named("wang"), "我也说一句"));
        tasks.complete(id, li, Map.of("decision", "APPROVE"));
        refused("task.done", () -> history.comment(id, second, "晚了"));
    }

    @Test
    void a_file_is_kept_as_it_was_and_stays_in_sight_of_those_who_see_the_task() {
        var file = files.attach(id, li, "C:\\回单.exe", PDF);

        assertThat(file.name()).isEqualTo("回单.exe.pdf");
        assertThat(files.of(id, second)).extracting(Attachment::id).containsExactly(file.id());
        assertThat(files.content(file.id(), second)).isEqualTo(PDF);
        refused("task.file.unknown", () -> files.content(file.id(), people.named("wang")));
        refused("task.file.unknown", () -> files.content(file.id(), people.named("wu")));
        refused("task.file.unknown", () -> files.content(UUID.randomUUID(), li));
    }

    @Test
    void a_file_is_taken_away_only_by_who_added_it_and_only_while_the_task_is_open() {
        var file = files.attach(id, li, "回单.pdf", PDF);
        var kept = files.attach(id, li, "合同.pdf", PDF);

        refused("task.file.others", () -> files.remove(file.id(), second));
        files.remove(file.id(), li);

        assertThat(files.of(id, li)).extracting(Attachment::name).containsExactly("合同.pdf");
        assertThat(jdbc.sql(
                                "select action from audit_event where subject_kind = 'task_attachment' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("row.deleted");
        tasks.complete(id, li, Map.of("decision", "APPROVE"));
        refused("task.done", () -> files.remove(kept.id(), li));
        refused("task.done", () -> files.attach(id, li, "晚.pdf", PDF));
        assertThat(files.content(kept.id(), second)).isEqualTo(PDF);
    }

    @Test
    void files_are_few_and_not_too_big() {
        refused("request.invalid", () -> files.attach(id, li, "a.pdf", new byte[0]));
        refused("request.invalid", () -> files.attach(id, li, "a.pdf", "MZ\u0000".getBytes(UTF_8)));
        refused("request.invalid", () -> files.attach(id, li, "a.pdf", Arrays.copyOf(PDF, (10 << 20) + 1)));
        for (int i = 0; i < 10; i++) {
            files.attach(id, li, i + ".pdf", PDF);
        }
        refused("request.invalid", () -> files.attach(id, li, "11.pdf", PDF));
    }

    @Test
    void a_draft_fills_the_form_of_whoever_typed_it_until_the_task_is_done() {
        drafts.save(id, li, Map.of("comment", "等总部回话", "before", "1", "unknown", "x"));
        drafts.save(id, li, Map.of("comment", "总部同意"));

        assertThat(tasks.open(id, li).data()).containsEntry("comment", "总部同意").doesNotContainKey("unknown");
        assertThat(tasks.open(id, second).data()).doesNotContainKey("comment");
        refused("task.unknown", () -> drafts.save(id, people.named("wang"), Map.of()));

        tasks.complete(id, li, Map.of("decision", "APPROVE"));

        assertThat(drafts.find(id, li)).isEmpty();
        refused("task.done", () -> drafts.save(id, li, Map.of("comment", "晚了")));
    }

    @Test
    void a_draft_never_writes_over_what_the_form_only_shows() {
        stage.facts(facts -> new TaskFacts(
                facts.company(),
                facts.storeCode(),
                facts.title(),
                facts.subject(),
                null,
                null,
                Map.of("before", "1000")));

        drafts.save(id, li, Map.of("before", "1", "comment", "好"));

        assertThat(tasks.open(id, li).data()).containsEntry("before", "1000").containsEntry("comment", "好");
    }

    @Test
    void several_are_approved_with_one_decision_and_each_has_its_own_answer() {
        var taken = approval(key + "-2");
        var open = approval(key + "-3");
        tasks.claim(taken, second);

        var outcomes = bulk.approve(List.of(id, taken, open, UUID.randomUUID()), li, "本季活动");

        assertThat(outcomes).extracting(BulkOutcome::done).containsExactly(true, false, true, false);
        assertThat(outcomes.get(1).refusal().code()).isEqualTo("task.taken");
        assertThat(outcomes.get(1).refusal().arguments()).first().isEqualTo("陈店长");
        assertThat(outcomes.get(3).refusal().code()).isEqualTo("task.unknown");
        assertThat(openTasks(key)).isZero();
        assertThat(openTasks(key + "-2")).isOne();
        assertThat(history.of(open, li).get(0).words()).isEqualTo("审批意见：批准\n说明：本季活动");
    }

    @Test
    void four_eyes_hold_for_each_of_several() {
        stage.object("li", "approval.own");

        assertThat(bulk.approve(List.of(id), li, null))
                .singleElement()
                .extracting(outcome -> outcome.refusal().code())
                .isEqualTo("approval.own");
        assertThat(openTasks(key)).isOne();
    }

    @Test
    void what_must_be_looked_at_one_by_one_is_not_approved_together() {
        processes.start(People.COMPANY, "resolve-suspense", key + "-S", Map.of());
        var suspense = task("sun", key + "-S").id();

        refused("task.bulk.kind", () -> bulk.approve(List.of(suspense), people.named("sun"), null));
        refused("task.bulk.none", () -> bulk.approve(List.of(), li, null));
        refused("task.unknown", () -> bulk.approve(List.of(suspense), li, null));
    }

    @Test
    void several_are_taken_at_once_as_far_as_nobody_was_faster() {
        var taken = approval(key + "-2");
        tasks.claim(taken, second);

        var outcomes = bulk.claim(List.of(id, taken, id), li);

        assertThat(outcomes).extracting(BulkOutcome::done).containsExactly(true, false);
        assertThat(tasks.find(id, li).assignee()).isEqualTo(li.id());
        assertThat(tasks.find(taken, li).assignee()).isEqualTo(second.id());
    }

    private List<NoticeKind> told(Actor actor) {
        return jdbc.sql("select kind from notice where person = ? and path = ?")
                .params(actor.id(), "/tasks/" + id)
                .query(NoticeKind.class)
                .list();
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::code)
                .isEqualTo(code);
    }
}
