package io.shouqi.identity.admin;

import io.shouqi.lists.Column;
import io.shouqi.lists.ColumnKind;
import io.shouqi.lists.Listing;
import io.shouqi.lists.SheetColumn;
import io.shouqi.lists.SheetColumn.Word;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the list of people has. */
@Configuration(proxyBeanMethods = false)
class PeopleListing {

    static final Listing<Person> LISTING = new Listing<>(
            "people",
            "/admin/people",
            PeopleFilter.PARAMETERS,
            List.of(
                    Column.<Person>head("name", "admin.person.name")
                            .as(
                                    new SheetColumn<>("admin.person.name", Person::name),
                                    new SheetColumn<>("admin.person.username", Person::username)),
                    Column.<Person>of("unit", "admin.person.unit", ColumnKind.TEXT, Person::unitName)
                            .as(
                                    new SheetColumn<>("admin.person.unit", Person::unitName),
                                    new SheetColumn<>("admin.person.unitCode", Person::unit)),
                    Column.of(
                            "roles",
                            "admin.person.roles",
                            ColumnKind.TEXT,
                            person -> person.roles().stream()
                                    .map(role -> new Word("role." + role))
                                    .toList()),
                    Column.of("signIn", "admin.person.signIn", ColumnKind.TEXT, person -> new Word(person.signIn())),
                    Column.<Person>of(
                                    "state",
                                    "admin.state",
                                    ColumnKind.STATE,
                                    person ->
                                            new Word("admin.person.state." + (person.active() ? "ACTIVE" : "INACTIVE")))
                            .always()),
            null);

    @Bean
    Listing<Person> listOfPeople() {
        return LISTING;
    }
}
