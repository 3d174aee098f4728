package io.shouqi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.shouqi.BrowserTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every form and every diagram we ship, drawn under the content policy of the pages. */
class IslandsTest extends BrowserTest {

    private static final Pattern USER_TASK = Pattern.compile("<bpmn:userTask id=\"([^\"]+)\"");

    @Autowired
    private JsonMapper json;

    static Stream<Path> forms() throws IOException {
        return shipped("forms", ".form");
    }

    static Stream<Path> processes() throws IOException {
        return shipped("processes", ".bpmn");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_is_drawn_with_its_labels(Path file) throws IOException {
        var schema = json.readTree(file);
        var page = island(
                "<form action='/answer'><div data-problem hidden></div><div data-island='form' data-source='/source'>"
                        + "</div><button>提交</button></form>",
                Map.of("schema", schema, "data", Map.of()));

        assertThat(page.locator("[data-ready] .fjs-form")).isVisible();
        for (var label : labels(schema)) {
            assertThat(page.locator(".fjs-form")).containsText(label);
        }
        assertAccessible(page);
        picture(page, "form-" + file.getFileName());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void a_diagram_is_drawn_with_the_current_step_marked(Path file) throws IOException {
        var xml = Files.readString(file);
        var tasks = USER_TASK.matcher(xml);
        var current = tasks.find() ? List.of(tasks.group(1)) : List.of();

        var page = island(
                "<div data-island='diagram' data-source='/source'></div>",
                Map.of("xml", xml, "current", current, "passed", List.of(), "failed", List.of()));

        assertThat(page.locator("[data-ready] .djs-container svg").first()).isVisible();
        assertThat(page.locator(".step-current")).hasCount(current.size());
        assertThat(page.locator(".bjs-powered-by")).isVisible();
        picture(page, "diagram-" + file.getFileName());
    }

    @Test
    void the_server_marks_the_fields_it_refuses() {
        var schema = Map.of(
                "type",
                "default",
                "components",
                List.of(Map.of("type", "textfield", "id", "f1", "key", "comment", "label", "说明")));
        var page = island(
                "<form action='/answer'><div data-problem hidden></div><div data-island='form' data-source='/source'>"
                        + "</div><button>提交</button></form>",
                Map.of("schema", schema, "data", Map.of()));
        page.route("**/answer", route -> {
            Assertions.assertThat(route.request().postData()).isEqualTo("{\"comment\":\"好\"}");
            Assertions.assertThat(route.request().headers()).containsKey("x-csrf-token");
            answer(route, 422, "application/problem+json", """
                    {"detail": "请检查标出的内容", "errors": [
                      {"field": "comment", "code": "x", "message": "太短"},
                      {"field": "elsewhere", "code": "x", "message": "缺少附件"}]}""");
        });

        page.fill("input", "好");
        page.click("text=提交");

        assertThat(page.locator(".fjs-form-field-error")).hasText("太短");
        assertThat(page.locator("[data-problem]")).hasText("请检查标出的内容 elsewhere：缺少附件");
        assertThat(page.getByText("提交")).isEnabled();
    }

    /** A page of the product whose content is the island alone. */
    private Page island(String content, Object source) {
        var page = desk();
        var login = page.navigate("/login");
        var frame = login.text().replaceAll("(?s)<main.*</main>", "<main id='content'>" + content + "</main>");
        var policy = login.headerValue("content-security-policy");
        page.route("**/island", route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("text/html; charset=utf-8")
                .setHeaders(Map.of("Content-Security-Policy", policy, "Content-Type", "text/html; charset=utf-8"))
                .setBody(frame)));
        page.route("**/source", route -> answer(route, 200, "application/json", json.writeValueAsString(source)));
        page.navigate("/island");
        return page;
    }

    private static void answer(Route route, int status, String type, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType(type + "; charset=utf-8")
                .setBody(body));
    }

    private static List<String> labels(JsonNode schema) {
        return schema.get("components").values().stream()
                .filter(component -> !component.has("conditional") && component.has("label"))
                .map(component -> component.get("label").asString())
                .toList();
    }

    private static Stream<Path> shipped(String folder, String ending) throws IOException {
        try (var files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }
}
