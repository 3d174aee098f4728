package io.shouqi.portal.search;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.identity.AllowedToReaders;
import io.shouqi.portal.help.Manual;
import io.shouqi.portal.search.FoundContracts.Found;
import io.shouqi.portal.search.Group.Kind;
import io.shouqi.portal.shell.Navigation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One look for everything a few words may mean. What a person may not open is not found. */
@Component
@Transactional(readOnly = true)
class Search {

    private static final int OF_A_KIND = 6;
    private static final int PASSAGES = 3;

    /** Who may look at contracts, may find them. */
    private static final AllowedTo READERS =
            Objects.requireNonNull(AllowedToReaders.class.getAnnotation(AllowedTo.class));

    private final FoundContracts contracts;
    private final FoundReceipts receipts;
    private final FoundAdjustments adjustments;
    private final FoundTasks tasks;
    private final Navigation pages;
    private final Manual manual;

    Search(
            FoundContracts contracts,
            FoundReceipts receipts,
            FoundAdjustments adjustments,
            FoundTasks tasks,
            Navigation pages,
            Manual manual) {
        this.contracts = contracts;
        this.receipts = receipts;
        this.adjustments = adjustments;
        this.tasks = tasks;
        this.pages = pages;
        this.manual = manual;
    }

    /** Groups that have something, the likeliest first. */
    List<Group> find(Actor actor, Words words) {
        var groups = new ArrayList<Group>();
        var numbers = reads(actor) ? business(actor, words, groups) : Set.<String>of();
        groups.add(new Group(Kind.TASKS, tasks.find(actor, words, numbers, OF_A_KIND)));
        groups.add(new Group(Kind.PAGES, pages(words)));
        groups.add(new Group(Kind.MANUAL, passages(words)));
        return groups.stream().filter(group -> !group.hits().isEmpty()).toList();
    }

    private static boolean reads(Actor actor) {
        return !actor.stores().isEmpty() && Arrays.stream(READERS.value()).anyMatch(actor::is);
    }

    /** @return numbers of the contracts that were found, by themselves or by their people */
    private Set<String> business(Actor actor, Words words, List<Group> groups) {
        var byWords = contracts.byWords(actor, words, OF_A_KIND);
        var people = contracts.people(actor, words, OF_A_KIND);
        var numbers = new LinkedHashSet<String>();
        Stream.concat(byWords.stream(), people.stream()).map(Found::number).forEach(numbers::add);
        groups.add(new Group(Kind.CONTRACTS, hits(byWords)));
        groups.add(new Group(Kind.CUSTOMERS, hits(people)));
        groups.add(new Group(Kind.RECEIPTS, receipts.find(actor, words, numbers, OF_A_KIND)));
        groups.add(new Group(Kind.ADJUSTMENTS, adjustments.find(actor, words)));
        return numbers;
    }

    private static List<Hit> hits(List<Found> found) {
        return found.stream().map(Found::hit).toList();
    }

    private List<Hit> pages(Words words) {
        return pages.named(words.typed()).stream()
                .map(page -> new Hit(page.path(), page.text(), "", null, null))
                .toList();
    }

    private List<Hit> passages(Words words) {
        return manual.about(words.typed(), PASSAGES).stream()
                .map(passage -> new Hit(passage.path(), passage.title(), passage.chapter(), null, null))
                .toList();
    }
}
