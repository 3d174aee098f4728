package io.shouqi.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.shared.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListQueryTest {

    @Test
    void only_what_the_list_knows_is_kept() {
        var query = ListQuery.of(
                Pets.LISTING,
                Map.of("q", List.of(" 小白 "), "kind", List.of(""), "cursor", List.of("x"), "//evil", List.of("y")));

        assertThat(query).hasToString("q=%E5%B0%8F%E7%99%BD");
        assertThat(Pets.LISTING.address(query)).isEqualTo("/pets?q=%E5%B0%8F%E7%99%BD");
    }

    @Test
    void what_was_kept_is_read_again_as_it_was() {
        for (var typed : List.of("小白", "a&b=c", "100%", "a+b", "?#/", "%zz")) {
            var query = ListQuery.of(Pets.LISTING, Map.of("q", List.of(typed)));
            assertThat(ListQuery.parse(Pets.LISTING, query.toString())).isEqualTo(query);
        }
    }

    @Test
    void nonsense_in_a_kept_filter_is_no_filter() {
        for (var text : List.of("", "&&&", "=", "http://elsewhere/?x=y", "q=%zz%", "kind")) {
            assertThat(ListQuery.parse(Pets.LISTING, text).isEmpty()).as(text).isTrue();
        }
        assertThat(Pets.LISTING.address(ListQuery.parse(Pets.LISTING, "//elsewhere")))
                .isEqualTo("/pets?q=");
    }

    @Test
    void the_order_leaves_nothing_out_and_the_usual_one_says_nothing() {
        var sorted = ListQuery.of(Pets.LISTING, Map.of("sort", List.of("-price")));
        assertThat(sorted.isNarrowed()).isFalse();
        assertThat(sorted.isEmpty()).isFalse();
        assertThat(ListQuery.of(Pets.LISTING, Map.of("sort", List.of("bornOn"))).isEmpty())
                .isTrue();
    }

    @Test
    void an_order_that_the_list_does_not_have_is_refused_by_name() {
        for (var sort : List.of("legs", "--price", "1; drop table", "PRICE")) {
            var query = ListQuery.of(Pets.LISTING, Map.of("sort", List.of(sort)));
            assertThatThrownBy(() -> Pets.LISTING.sorting(query)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
                assertThat(refusal.fields().get(0).field()).isEqualTo("sort");
            });
        }
    }

    @Test
    void the_head_comes_first_and_what_is_always_there_cannot_be_left_out() {
        assertThat(Pets.LISTING.chosen(List.of("legs", "price", "gone", "price", "pet")))
                .extracting(Column::code)
                .containsExactly("pet", "legs", "price", "state");
        assertThat(Pets.LISTING.chosen(List.of())).extracting(Column::code).containsExactly("pet", "state");
        assertThat(Pets.LISTING.usualColumns()).extracting(Column::code).doesNotContain("legs");
    }
}
