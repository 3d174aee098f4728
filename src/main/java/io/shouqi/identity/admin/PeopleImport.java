package io.shouqi.identity.admin;

import io.shouqi.identity.Actor;
import io.shouqi.identity.FirstPassword;
import io.shouqi.identity.admin.PeopleWorkbook.Handout;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in people from a file in two steps: it is kept and checked, somebody looks, and then its right rows are posted in
 * one transaction or none is. The file is forgotten once it is posted, or a day later.
 */
@Service
class PeopleImport {

    private static final Duration KEPT = Duration.ofDays(1);

    private final People people;
    private final PersonRows rows;
    private final Units units;
    private final Usernames usernames;
    private final RoleWords words;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PeopleImport(
            People people,
            PersonRows rows,
            Units units,
            Usernames usernames,
            RoleWords words,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.people = people;
        this.rows = rows;
        this.units = units;
        this.usernames = usernames;
        this.words = words;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    byte[] template(Actor actor) {
        var open = units.managedBy(actor).stream().filter(Unit::active).map(Unit::label);
        return PeopleWorkbook.template(open.toList(), words.all());
    }

    /**
     * @return under which the file is kept
     * @throws Refusal 422 where it is not a file of this form
     */
    UUID upload(Actor actor, byte[] file) {
        PeopleSheet.read(file);
        var id = PersonRows.newId();
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from people_import where company = ? and made_at < ?")
                    .params(actor.company(), now.minus(KEPT))
                    .update();
            jdbc.sql("insert into people_import(id, company, made_by, file, made_at) values (?, ?, ?, ?, ?)")
                    .params(id, actor.company(), actor.id(), file, now)
                    .update();
        });
        return id;
    }

    /** @throws Refusal 404 where this administrator has no such file waiting */
    ImportPlan preview(Actor actor, UUID id) {
        var people = PeopleSheet.read(file(actor, id));
        return Objects.requireNonNull(transaction.execute(status -> plan(actor, people, taken(people))));
    }

    /** @param handouts the first passwords of those who are new */
    record Posted(int added, int changed, List<Handout> handouts) {}

    /** @throws Refusal 409 where somebody changed people or units since the file was checked */
    Posted post(Actor actor, UUID id) {
        var file = PeopleSheet.read(file(actor, id));
        var taken = taken(file);
        var seen = Objects.requireNonNull(transaction.execute(status -> plan(actor, file, taken)));
        var first = seen.added().stream().map(line -> FirstPassword.random()).toList();
        transaction.executeWithoutResult(status -> {
            finish(actor, id);
            if (!plan(actor, file, taken).equals(seen)) {
                throw Refusal.conflict("admin.import.stale");
            }
            write(actor, seen, first);
        });
        return new Posted(seen.added().size(), seen.changed().size(), handouts(actor, seen, first));
    }

    private byte[] file(Actor actor, UUID id) {
        return Objects.requireNonNull(transaction.execute(status -> jdbc.sql(
                                "select file from people_import where id = ? and company = ? and made_by = ? and file is not null")
                        .params(id, actor.company(), actor.id())
                        .query(byte[].class)
                        .optional()))
                .orElseThrow(() -> Refusal.unknown("admin.import.unknown"));
    }

    private void finish(Actor actor, UUID id) {
        var finished = jdbc.sql("""
                        update people_import set file = null
                         where id = ? and company = ? and made_by = ? and file is not null
                        """).params(id, actor.company(), actor.id()).update();
        if (finished == 0) {
            throw Refusal.conflict("admin.import.done");
        }
    }

    private Set<String> taken(List<SheetPerson> file) {
        return usernames.taken(names(file));
    }

    private static Set<String> names(List<SheetPerson> file) {
        return file.stream()
                .map(SheetPerson::username)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
    }

    private ImportPlan plan(Actor actor, List<SheetPerson> file, Set<String> taken) {
        var administrators = rows.administrators(actor.company());
        Map<String, Person> known = people.named(actor, names(file)).stream()
                .collect(Collectors.toMap(Person::username, Function.identity()));
        var others = new HashSet<>(taken);
        others.removeAll(known.keySet());
        var own = known.values().stream()
                .map(Person::id)
                .filter(actor::sharesEyesWith)
                .collect(Collectors.toSet());
        return ImportPlan.of(
                file,
                new ImportFacts(
                        actor.company(),
                        ImportFacts.byText(units.managedBy(actor)),
                        words.byWord(),
                        known,
                        others,
                        administrators,
                        own));
    }

    private void write(Actor actor, ImportPlan plan, List<FirstPassword> first) {
        var added = plan.added();
        for (var i = 0; i < added.size(); i++) {
            var username = Objects.requireNonNull(added.get(i).username());
            if (!rows.add(
                    PersonRows.newId(), actor.company(), username, added.get(i).place(), first.get(i))) {
                throw Refusal.conflict("admin.import.stale");
            }
        }
        plan.changed().forEach(line -> rows.change(Objects.requireNonNull(line.before()), line.place()));
    }

    private List<Handout> handouts(Actor actor, ImportPlan plan, List<FirstPassword> first) {
        var added = plan.added();
        var labels = units.managedBy(actor).stream().collect(Collectors.toMap(Unit::code, Unit::label));
        var people = new ArrayList<Handout>();
        for (var i = 0; i < added.size(); i++) {
            var line = added.get(i);
            people.add(new Handout(
                    Objects.requireNonNull(line.username()),
                    line.place().name(),
                    Objects.requireNonNull(labels.get(line.place().unit())),
                    first.get(i).text()));
        }
        return people;
    }
}
