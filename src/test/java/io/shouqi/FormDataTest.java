package io.shouqi;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.contract.NewContract;
import io.shouqi.workflow.Task;
import io.shouqi.workflow.TaskList;
import io.shouqi.workflow.TaskQueue;
import io.shouqi.workflow.TaskSearch;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a form says in its text must be among the facts its task brings; otherwise people read holes. */
@ShouqiTest
class FormDataTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    @Autowired
    Shop shop;

    @Autowired
    TaskList tasks;

    @Autowired
    TestClock clock;

    @Test
    void every_placeholder_of_a_form_is_filled_by_its_task() {
        shop.open();
        clock.set(clock.instant());
        var plain = Shop.resale();
        var discount = new NewContract.Discount(new BigDecimal("5"), "老客户");
        shop.sign(Shop.with(plain, List.of(), plain.instalments(), discount));
        shop.sign(Shop.resale());
        shop.confirmed(Shop.resale());
        clock.advance(Duration.ofDays(4));
        shop.settle();

        assertFilled("t-manager", "userTask_approveException");
        assertFilled("t-clerk", "userTask_renewLink");
        assertFilled("t-clerk", "userTask_followUpOverdue");
    }

    private void assertFilled(String username, String definition) {
        var actor = shop.named(username);
        var open = tasks.page(TaskSearch.of(TaskQueue.GROUP), actor, null).items().stream()
                .filter(t -> t.definition().equals(definition))
                .map(Task::id)
                .findFirst()
                .map(id -> tasks.open(id, actor))
                .orElseThrow();
        var placeholders =
                PLACEHOLDER.matcher(String.valueOf(open.schema())).results().map(r -> r.group(1));
        assertThat(placeholders).allSatisfy(name -> assertThat(open.data()).containsKey(name));
    }
}
