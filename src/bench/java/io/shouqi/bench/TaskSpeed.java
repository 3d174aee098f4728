package io.shouqi.bench;

import io.shouqi.ShouqiApplication;
import io.shouqi.database.Caller;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Users;
import io.shouqi.workflow.TaskFilter;
import io.shouqi.workflow.TaskList;
import io.shouqi.workflow.TaskQueue;
import io.shouqi.workflow.TaskSearch;
import io.shouqi.workflow.TaskSort;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long people wait for the task list: 30 of them, 3,000 open tasks that all of them may see (more than anybody has),
 * 200,000 done ones behind. First what the server does for list and counts, then the same over HTTP with the page around
 * it: at the pace of people, and with everybody asking again at once.
 */
public final class TaskSpeed {

    private static final int PEOPLE = 30;
    private static final int OPEN = 3_000;
    private static final int DONE = 200_000;
    private static final URI HOME = URI.create("http://127.0.0.1:18094");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final List<TaskSearch> SEARCHES = List.of(
            TaskSearch.of(TaskQueue.UNASSIGNED),
            TaskSearch.of(TaskQueue.MINE),
            TaskSearch.of(TaskQueue.OVERDUE),
            new TaskSearch(TaskQueue.ALL, TaskFilter.NONE, TaskSort.MONEY),
            new TaskSearch(
                    TaskQueue.GROUP,
                    new TaskFilter(List.of("小区 17"), null, null, null, null, null, null),
                    TaskSort.AGE));

    private static final List<String> PAGES =
            List.of("/tasks?queue=UNASSIGNED", "/tasks/queues", "/tasks/list?queue=GROUP&order=MONEY", "/tasks/queues");

    private TaskSpeed() {}

    public static void main(String[] args) throws Exception {
        var data = Files.createTempDirectory(Path.of("target"), "bench-");
        var application = new SpringApplication(ShouqiApplication.class)
                .run(
                        "--spring.profiles.active=demo",
                        "--server.port=" + HOME.getPort(),
                        "--management.server.port=-1",
                        "--shouqi.data-dir=" + data,
                        "--shouqi.limits.login=100000",
                        "--logging.level.root=warn");
        var rows = EveryRow.of(application);
        Thread.sleep(10_000);
        fill(rows);
        analyse(rows, Files.readString(data.resolve("database.secret")).strip());
        services(application);
        pages();
        System.exit(SpringApplication.exit(application));
    }

    private static void services(ApplicationContext application) throws Exception {
        var tasks = application.getBean(TaskList.class);
        var users = application.getBean(Users.class);
        var people = new ArrayList<Actor>();
        for (int i = 0; i < PEOPLE; i++) {
            var username = "bench" + i;
            people.add(Caller.SYSTEM.call(() -> users.byUsername(username).orElseThrow()));
        }
        Numbered counts = number -> {
            var actor = people.get(number % PEOPLE);
            actor.through(Caller.Via.PAGE, "127.0.0.1").run(() -> tasks.counts(actor));
        };
        Numbered list = number -> {
            var actor = people.get(number % PEOPLE);
            actor.through(Caller.Via.PAGE, "127.0.0.1")
                    .run(() -> tasks.page(SEARCHES.get(number % SEARCHES.size()), actor, null));
        };
        new Load(8, times(2_000, list)).run();
        new Load(8, times(2_000, counts)).run();
        new Load(1, times(1_000, counts)).run().print("counts of all queues, alone", "a second");
        new Load(1, times(1_000, list)).run().print("a page of the list, alone", "a second");
        new Load(PEOPLE, times(6_000, counts)).run().print("counts, 30 at once", "a second");
        new Load(PEOPLE, times(6_000, list)).run().print("a page of the list, 30 at once", "a second");
    }

    private static void pages() throws Exception {
        var people = new ArrayList<HttpClient>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(signedIn("bench" + i));
        }
        Numbered page = number -> {
            var answer = get(people.get(number % PEOPLE), PAGES.get(number % PAGES.size()));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("answered " + answer.statusCode());
            }
        };
        new Load(8, times(1_500, page)).run();
        new Load(PEOPLE, times(600, page)).paced(12).print("pages, each of 30 every 2.5 s", "a second");
        new Load(PEOPLE, times(3_000, page)).run().print("pages, 30 at once", "a second");
    }

    private static HttpClient signedIn(String username) throws Exception {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var token = CSRF.matcher(get(browser, "/login").body());
        if (!token.find()) {
            throw new IllegalStateException("no form on /login");
        }
        var form = "username=" + username + "&password=demo&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        browser.send(
                HttpRequest.newBuilder(HOME.resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return browser;
    }

    private static HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(HOME.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private interface Numbered {
        void run(int number) throws Exception;
    }

    private static Callable<Boolean> times(int most, Numbered work) {
        var done = new AtomicInteger();
        return () -> {
            var number = done.getAndIncrement();
            if (number >= most) {
                return false;
            }
            work.run(number);
            return true;
        };
    }

    private static void fill(JdbcClient rows) {
        rows.sql("""
                        insert into organisation_unit(company, code, kind, name, parent, city)
                        select 'JR', 'S' || g, 'STORE', 'S' || g, 'BJ', '北京' from generate_series(1, 39) g
                        """).update();
        rows.sql("""
                        insert into app_user(id, company, unit, username, name, password_hash)
                        select gen_random_uuid(), 'JR', 'JR', 'bench' || g, '测试' || g, password_hash
                          from app_user, generate_series(0, :people - 1) g where username = 'manager'
                        """).param("people", PEOPLE).update();
        rows.sql("""
                        insert into user_role(user_id, role) select id, r from app_user, unnest('{CLERK,STORE_MANAGER}'::text[]) r
                         where username like 'bench%'
                        """).update();
        rows.sql("""
                        insert into task(id, engine_task_id, company, store_code, definition, step, form, process, business_key, subject,
                          title, address, parties, amount_fen, due_on, candidate_role, assignee, assignee_name, assigned_at,
                          status, created_at, ended_at)
                        select gen_random_uuid(), 'E-' || g, 'JR', case when g % 40 = 0 then 'BJ01' else 'S' || g % 40 end,
                               case when g % 2 = 0 then 'userTask_followUpOverdue' else 'userTask_approveException' end,
                               case when g % 2 = 0 then '跟进逾期' else '审批例外' end, 'x', 'x', 'B-' || g, 'HT-20250101-' || g,
                               '审批打折', '朝阳区某某小区 ' || g || ' 号楼', '王小明、李秀英', g * 100, current_date + (g % 60)::int - 20,
                               case when g % 2 = 0 then 'CLERK' else 'STORE_MANAGER' end,
                               case when g > :open or g % 3 = 0 then u.id end, case when g > :open or g % 3 = 0 then u.name end,
                               case when g > :open or g % 3 = 0 then now() end,
                               case when g > :open then 'DONE' else 'OPEN' end, now() - g * interval '1 minute',
                               case when g > :open then now() end
                          from generate_series(1, :all) g
                          join (select row_number() over () - 1 as place, id, name from app_user where username like 'bench%') u
                            on u.place = g % :people
                        """)
                .param("open", OPEN)
                .param("all", OPEN + DONE)
                .param("people", PEOPLE)
                .update();
    }

    /** As the server does by itself after a while. */
    private static void analyse(JdbcClient rows, String secret) throws Exception {
        var port = rows.sql("select current_setting('port')").query(String.class).single();
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/shouqi";
        try (var owner = DriverManager.getConnection(url, "postgres", secret);
                var statement = owner.createStatement()) {
            statement.execute("vacuum analyze task");
        }
    }
}
