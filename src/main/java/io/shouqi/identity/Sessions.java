package io.shouqi.identity;

import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is signed in where. A session that was ended is out at its next request, on every node. */
@Service
public class Sessions {

    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final JdbcClient jdbc;
    private final LoginLog log;
    private final Clock clock;

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> repository,
            JdbcClient jdbc,
            LoginLog log,
            Clock clock) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /** What the request's session knows of its person. */
    Optional<SignedIn> person(HttpServletRequest request) {
        return person(contexts.loadDeferredContext(request).get());
    }

    private static Optional<SignedIn> person(SecurityContext context) {
        var authentication = context.getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }

    /** What those sessions know of their people; the ones that are over are left out. Asking is no use of a session. */
    Map<String, SignedIn> people(Set<String> ids) {
        var people = new HashMap<String, SignedIn>();
        jdbc.sql("""
                        select s.session_id, a.attribute_bytes
                          from spring_session s join spring_session_attributes a on a.session_primary_id = s.primary_id
                         where s.session_id = any(:ids) and a.attribute_name = :context
                           and s.last_access_time + s.max_inactive_interval * 1000::bigint > :now
                        """)
                .param("ids", ids.toArray(String[]::new))
                .param("context", CONTEXT)
                .param("now", clock.millis())
                .query(StoredContext.class)
                .list()
                .forEach(stored -> {
                    if (SessionReader.read(stored.attributeBytes()) instanceof SecurityContext context) {
                        person(context).ifPresent(person -> people.put(stored.sessionId(), person));
                    }
                });
        return people;
    }

    @SuppressWarnings("ArrayRecordComponent") // read and forgotten
    private record StoredContext(String sessionId, byte[] attributeBytes) {}

    void remember(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        contexts.saveContext(new SecurityContextImpl(authentication(person)), request, response);
    }

    /** No roles: those are looked up with each request. */
    static Authentication authentication(SignedIn person) {
        return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
    }

    /** @param here id of the session that asks */
    List<OpenSession> of(UUID user, String here) {
        return repository.findByPrincipalName(user.toString()).values().stream()
                .flatMap(session -> signedIn(session).map(person -> view(session, person, here)).stream())
                .sorted(Comparator.comparing(OpenSession::seen).reversed())
                .toList();
    }

    /** Empty for one that is half-way through the login. */
    private static Optional<SignedIn> signedIn(Session session) {
        return session.getAttribute(CONTEXT) instanceof SecurityContext context
                ? person(context).filter(SignedIn::isIn)
                : Optional.empty();
    }

    private static OpenSession view(Session session, SignedIn person, String here) {
        var arrival = person.arrival();
        return new OpenSession(
                handle(session.getId()),
                arrival.address(),
                arrival.browser(),
                arrival.at().atZone(BusinessTime.ZONE),
                session.getLastAccessedTime().atZone(BusinessTime.ZONE),
                session.getId().equals(here));
    }

    /** @throws Refusal where that person has no such session any more */
    @Transactional
    public void endOne(UUID user, String handle) {
        var id = repository.findByPrincipalName(user.toString()).keySet().stream()
                .filter(known -> handle(known).equals(handle))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("account.session.unknown"));
        jdbc.sql("delete from spring_session where session_id = ?").param(id).update();
        log.sessionsEnded(user, LoginLog.Ended.ONE);
    }

    /** @param here id of the session that stays */
    @Transactional
    public void endOthers(UUID user, String here) {
        jdbc.sql("delete from spring_session where principal_name = ? and session_id <> ?")
                .params(user.toString(), here)
                .update();
        log.sessionsEnded(user, LoginLog.Ended.OTHERS);
    }

    /** Whoever sits there is out at the next click: for who leaves, and for passwords that were reset. */
    @Transactional
    public void endAll(UUID user) {
        jdbc.sql("delete from spring_session where principal_name = ?")
                .param(user.toString())
                .update();
        log.sessionsEnded(user, LoginLog.Ended.ALL);
    }

    private static String handle(String id) {
        return ApiKeys.hash(id).substring(0, 24);
    }
}
