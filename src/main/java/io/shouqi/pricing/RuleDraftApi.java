package io.shouqi.pricing;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.identity.ApiPart;
import io.shouqi.identity.ApiScope;
import io.shouqi.identity.Role;
import io.shouqi.pricing.RuleDrafts.Intent;
import io.shouqi.shared.Checks;
import io.shouqi.shared.IdempotentCalls;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Versions to come: made, replayed, submitted by their author, published by somebody else. */
@RestController
@RequestMapping("/api/v1/rules/{table}/versions")
@AllowedTo(Role.ANALYST)
@ApiScope(ApiPart.RULES)
class RuleDraftApi {

    /** One more than any workbook may have: what is longer is refused as too big. */
    private static final int MOST_BYTES = (4 << 20) + 1;

    private final RuleDrafts drafts;
    private final Replays replays;
    private final RulePublishing publishing;
    private final RuleTables tables;
    private final RuleStates states;
    private final IdempotentCalls calls;

    RuleDraftApi(
            RuleDrafts drafts,
            Replays replays,
            RulePublishing publishing,
            RuleTables tables,
            RuleStates states,
            IdempotentCalls calls) {
        this.drafts = drafts;
        this.replays = replays;
        this.publishing = publishing;
        this.tables = tables;
        this.states = states;
        this.calls = calls;
    }

    /** A file as the part {@code file} of a form, or a workbook as the body; validFrom and reason beside it. */
    @PostMapping
    ResponseEntity<RuleStates.State> upload(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String table,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String validFrom,
            @RequestParam(required = false) @Nullable String reason,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        var workbook = file == null ? request.getInputStream().readNBytes(MOST_BYTES) : file.getBytes();
        return made(actor, table, workbook, new Intent(validFrom, reason), key, locale);
    }

    private ResponseEntity<RuleStates.State> made(
            Actor actor, String table, byte[] workbook, Intent intent, @Nullable String key, Locale locale) {
        var body = Arrays.asList(Sha256.hex(workbook), intent.validFrom(), intent.reason());
        var number = calls.once(
                new Call(actor.username(), "POST rules " + table, key, body),
                Integer.class,
                () -> drafts.upload(actor, table, workbook, intent).version());
        return ResponseEntity.status(HttpStatus.CREATED).body(state(actor, table, number, locale));
    }

    /** @param from the first day of signing; the last quarter where nothing is said */
    record Period(@Nullable String from, @Nullable String to) {}

    /** Runs in the background: GET the version to see how far it is. */
    @PostMapping("/{version}/replay")
    ResponseEntity<RuleStates.State> replay(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String table,
            @PathVariable String version,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable Period period,
            Locale locale) {
        var asked = Objects.requireNonNullElse(period, new Period(null, null));
        var answer = done(actor, table, version, "replay", key, asked, locale, () -> {
            var checks = new Checks();
            var from = checks.optionalDate("from", asked.from());
            var to = checks.optionalDate("to", asked.to());
            checks.refuse();
            replays.start(actor, table, number(table, version), from, to);
            return true;
        });
        return ResponseEntity.accepted().body(answer);
    }

    @PostMapping("/{version}/submit")
    RuleStates.State submit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String table,
            @PathVariable String version,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key,
            Locale locale) {
        return done(actor, table, version, "submit", key, "", locale, () -> {
            publishing.submit(actor, table, number(table, version));
            return true;
        });
    }

    @PostMapping("/{version}/withdraw")
    RuleStates.State withdraw(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String table,
            @PathVariable String version,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key,
            Locale locale) {
        return done(actor, table, version, "withdraw", key, "", locale, () -> {
            publishing.withdraw(actor, table, number(table, version));
            return true;
        });
    }

    record Comment(@Nullable String comment) {}

    /** Says yes to a version under review, for the level whose turn it is. */
    @PostMapping("/{version}/publish")
    @AllowedTo({Role.ANALYST, Role.DIRECTOR, Role.FINANCE})
    RuleStates.State publish(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String table,
            @PathVariable String version,
            @RequestHeader(name = IdempotentCalls.HEADER, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable Comment comment,
            Locale locale) {
        var given = Objects.requireNonNullElse(comment, new Comment(null));
        return done(actor, table, version, "publish", key, given, locale, () -> {
            publishing.agree(actor, table, number(table, version), given.comment());
            return true;
        });
    }

    private RuleStates.State done(
            Actor actor,
            String table,
            String version,
            String what,
            @Nullable String key,
            Object body,
            Locale locale,
            Supplier<Boolean> work) {
        var number = number(table, version);
        calls.once(
                new Call(actor.username(), "POST rules " + what + " " + table + " " + number, key, body),
                Boolean.class,
                work);
        return state(actor, table, number, locale);
    }

    private RuleStates.State state(Actor actor, String table, int version, Locale locale) {
        return states.of(actor.company(), tables.version(actor.company(), table, Integer.toString(version)), locale);
    }

    private static int number(String table, String version) {
        if (!version.matches("[1-9]\\d{0,8}")) {
            throw Refusal.unknown("pricing.version.unknown", table, version);
        }
        return Integer.parseInt(version);
    }
}
