package io.shouqi.portal.models;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.AUDITOR;
import static io.shouqi.identity.Role.DIRECTOR;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.workflow.ModelChange;
import io.shouqi.workflow.ModelChange.Kind;
import io.shouqi.workflow.ModelKind;
import io.shouqi.workflow.ModelPublishing;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What one version or draft has and another has not, in words and on the drawing. */
@Controller
@RequestMapping("/processes/{key}/changes")
@AllowedTo({DIRECTOR, ANALYST, AUDITOR, ADMINISTRATOR})
class ModelChangePages {

    private final ModelFiles files;
    private final ModelPublishing publishing;

    ModelChangePages(ModelFiles files, ModelPublishing publishing) {
        this.files = files;
        this.publishing = publishing;
    }

    /**
     * @param from number of the earlier version
     * @param draft the later one, or else
     * @param version its number
     */
    record Comparison(
            ModelFile before,
            ModelFile after,
            int from,
            @Nullable UUID draft,
            @Nullable Integer version,
            List<ModelChange> changes) {

        public boolean isDrawn() {
            return after.kind() == ModelKind.PROCESS && !changes.isEmpty();
        }

        /** Only then is the earlier drawing worth looking at. */
        public boolean lost() {
            return changes.stream().anyMatch(change -> change.kind() == Kind.REMOVED);
        }
    }

    /** A drawing with the elements that differ. */
    record Marked(String xml, List<String> added, List<String> changed, List<String> removed) {}

    @GetMapping
    String changes(
            @PathVariable String key,
            @RequestParam int from,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        model.addAttribute("comparison", compare(actor, key, from, draft, version));
        return "models/changes :: changes";
    }

    /** @param earlier whether the earlier of the two is drawn, on which what is gone can be seen */
    @GetMapping("/drawing")
    @ResponseBody
    Marked drawing(
            @PathVariable String key,
            @RequestParam int from,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "false") boolean earlier,
            @AuthenticationPrincipal Actor actor) {
        var comparison = compare(actor, key, from, draft, version);
        var changes = comparison.changes();
        return earlier
                ? new Marked(comparison.before().text(), List.of(), List.of(), elements(changes, Kind.REMOVED))
                : new Marked(
                        comparison.after().text(),
                        elements(changes, Kind.ADDED),
                        elements(changes, Kind.CHANGED),
                        List.of());
    }

    private Comparison compare(Actor actor, String key, int from, @Nullable UUID draft, @Nullable Integer version) {
        var before = files.version(actor, key, from);
        var after = files.find(actor, key, draft, version);
        var changes = publishing.changes(before.kind(), before.bytes(), after.bytes());
        return new Comparison(before, after, from, draft, version, changes);
    }

    private static List<String> elements(List<ModelChange> changes, Kind kind) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .map(ModelChange::element)
                .toList();
    }
}
