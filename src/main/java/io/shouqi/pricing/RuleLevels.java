package io.shouqi.pricing;

import io.shouqi.identity.Role;
import io.shouqi.identity.Users;
import io.shouqi.shared.BusinessTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who must agree to a version before it is published. */
@Component
class RuleLevels {

    private final ApprovalLevels levels;
    private final Users users;
    private final Clock clock;

    RuleLevels(ApprovalLevels levels, Users users, Clock clock) {
        this.levels = levels;
        this.users = users;
        this.clock = clock;
    }

    /**
     * By the approval table where the effect is known in money, and as if it were as great as can be where it is not. A
     * correction of the past is never left to a colleague alone.
     *
     * @return roles in the order in which they decide, never empty
     */
    List<Role> of(StoredVersion version, Replay replay) {
        var today = BusinessTime.today(clock);
        var asked = levels
                .approvers(new ApprovalCase(
                        version.company(),
                        "RULE_CHANGE",
                        null,
                        null,
                        replay.isComplete() ? replay.moved() : null,
                        today))
                .stream()
                .map(Role::valueOf)
                .toList();
        if (!asked.isEmpty()) {
            return asked;
        }
        return isColleagueEnough(version, replay, today) ? List.of(colleague(version)) : List.of(Role.DIRECTOR);
    }

    private static boolean isColleagueEnough(StoredVersion version, Replay replay, LocalDate today) {
        return replay.isComplete() && !version.validFrom().isBefore(today);
    }

    /** Four eyes: another analyst, and where there is none, the director. */
    private Role colleague(StoredVersion version) {
        Set<UUID> except = new HashSet<>();
        Stream.of(version.author(), version.authorFor())
                .filter(Objects::nonNull)
                .forEach(except::add);
        var others = users.whoMayDo(Role.ANALYST, version.company(), version.company(), "", except);
        return others.isEmpty() ? Role.DIRECTOR : Role.ANALYST;
    }
}
