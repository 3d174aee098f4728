package io.shouqi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

class TaskApiTest extends ProcessTest {

    @LocalServerPort
    int port;

    private RestTestClient http;
    private String id;

    @BeforeEach
    void aTaskForFinance() {
        http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port + "/api/v1/tasks")
                .build();
        stage.facts(facts -> new TaskFacts(
                facts.company(),
                facts.storeCode(),
                "处理待查款",
                facts.subject(),
                Money.ofYuan("500.00"),
                LocalDate.of(2024, 3, 8),
                Map.of("amount", "500.00")));
        start("resolve-suspense");
        id = task("sun", key).id().toString();
    }

    @Test
    void without_a_key_nobody_gets_in() {
        http.get().exchange().expectStatus().isUnauthorized();
        http.post().uri("/{id}/claim", id).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void the_list_tells_what_a_task_is_about() {
        var list = get("sun", "").expectStatus().isOk().expectBody();

        list.jsonPath("$.items[?(@.id == '%s')].task".formatted(id)).isEqualTo("userTask_resolveSuspense");
        list.jsonPath("$.items[?(@.id == '%s')].title".formatted(id)).isEqualTo("处理待查款");
        list.jsonPath("$.items[?(@.id == '%s')].amount".formatted(id)).isEqualTo("500.00");
        list.jsonPath("$.items[?(@.id == '%s')].dueOn".formatted(id)).isEqualTo("2024-03-08");
        list.jsonPath("$.items[?(@.id == '%s')].role".formatted(id)).isEqualTo("FINANCE");
        list.jsonPath("$.items[?(@.id == '%s')].mine".formatted(id)).isEqualTo(false);
    }

    @Test
    void a_claimed_task_is_mine_by_either_spelling() {
        post("sun", "claim", Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.mine")
                .isEqualTo(true);

        for (var query : new String[] {"?mine", "?queue=mine", ""}) {
            get("sun", query)
                    .expectBody()
                    .jsonPath("$.items[?(@.id == '%s')]".formatted(id))
                    .exists();
        }
        for (var query : new String[] {"?group", "?queue=group"}) {
            get("sun", query)
                    .expectBody()
                    .jsonPath("$.items[?(@.id == '%s')]".formatted(id))
                    .doesNotExist();
        }
        post("sun", "unclaim", Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.mine")
                .isEqualTo(false);
    }

    @Test
    void a_task_brings_its_form() {
        var task = get("sun", "/" + id).expectStatus().isOk().expectBody();

        task.jsonPath("$.task.id").isEqualTo(id);
        task.jsonPath("$.form.schema.id").isEqualTo("resolveSuspense");
        task.jsonPath("$.form.data.amount").isEqualTo("500.00");
    }

    @Test
    void another_role_hears_that_there_is_no_such_task() {
        get("wang", "/" + id).expectStatus().isNotFound();
        post("wang", "claim", Map.of())
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("task.unknown");
        post("wu", "complete", Map.of()).expectStatus().isNotFound();
        get("sun", "/00000000-0000-0000-0000-000000000000").expectStatus().isNotFound();
    }

    @Test
    void answers_that_are_missing_are_named() {
        stage.desk("userTask_resolveSuspense", (number, answers) -> {
            assertThat(answers).containsEntry("note", "不知道");
            throw Refusal.invalid("action", "field.required");
        });

        post("sun", "complete", Map.of("note", "不知道"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("action");
    }

    @Test
    void a_task_is_completed_once() {
        post("sun", "complete", Map.of("action", "KEEP")).expectStatus().isNoContent();

        post("sun", "complete", Map.of("action", "KEEP"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, said -> assertThat(said).matches("慢了一步：孙会计 在 \\d\\d:\\d\\d 已经完成了这个任务。"));
        assertThat(processes.running("resolve-suspense", key)).isFalse();
    }

    @Test
    void a_task_is_delegated_to_somebody_who_may_do_it() {
        post("sun", "delegate", Map.of()).expectStatus().isEqualTo(422);
        post("sun", "delegate", Map.of("to", "wang"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("to");
        post("sun", "delegate", Map.of("to", "sun")).expectStatus().isNoContent();
    }

    @Test
    void the_queues_are_counted() {
        get("sun", "/queues")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.UNASSIGNED")
                .isEqualTo(1)
                .jsonPath("$.MINE")
                .isEqualTo(0);
    }

    @Test
    void the_list_is_filtered_and_sorted() {
        for (var found : new String[] {"?q=" + key, "?amountFrom=500", "?kind=userTask_resolveSuspense&order=money"}) {
            get("sun", found)
                    .expectBody()
                    .jsonPath("$.items[?(@.id == '%s')]".formatted(id))
                    .exists();
        }
        get("sun", "?amountTo=499.99").expectBody().jsonPath("$.items").isEmpty();
        get("sun", "?amountFrom=much").expectStatus().isEqualTo(422);
    }

    @Test
    void what_is_said_stands_in_the_history() {
        post("sun", "comments", Map.of("text", "银行回单明天到")).expectStatus().isNoContent();
        post("sun", "comments", Map.of()).expectStatus().isEqualTo(422);

        get("sun", "/" + id + "/history")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].kind")
                .isEqualTo("COMMENTED")
                .jsonPath("$.items[0].words")
                .isEqualTo("银行回单明天到")
                .jsonPath("$.items[1].kind")
                .isEqualTo("CREATED");
    }

    @Test
    void a_queue_or_cursor_that_does_not_exist_is_refused() {
        get("sun", "?queue=yours").expectStatus().isEqualTo(422);
        get("sun", "?cursor=x").expectStatus().isBadRequest();
        get("sun", "/no-uuid").expectStatus().isBadRequest();
    }

    private RestTestClient.ResponseSpec get(String username, String path) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + username + "-key")
                .exchange();
    }

    private RestTestClient.ResponseSpec post(String username, String action, Map<String, String> body) {
        return http.post()
                .uri("/{id}/{action}", id, action)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + username + "-key")
                .header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }
}
