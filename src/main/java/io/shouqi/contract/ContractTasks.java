package io.shouqi.contract;

import io.shouqi.approval.Approvals;
import io.shouqi.identity.Actor;
import io.shouqi.pricing.PriceBook;
import io.shouqi.shared.Checks;
import io.shouqi.workflow.Answers;
import io.shouqi.workflow.FormChoice;
import io.shouqi.workflow.TaskDesk;
import io.shouqi.workflow.TaskFacts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What clerks do when a contract cannot simply go on: change the discount, send a new link, give up. */
@Configuration(proxyBeanMethods = false)
class ContractTasks {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Contracts contracts;
    private final Approvals approvals;
    private final SigningDesk signing;
    private final PriceBook prices;
    private final MessageSource messages;

    ContractTasks(
            Contracts contracts, Approvals approvals, SigningDesk signing, PriceBook prices, MessageSource messages) {
        this.contracts = contracts;
        this.approvals = approvals;
        this.signing = signing;
        this.prices = prices;
        this.messages = messages;
    }

    @Bean
    TaskDesk reviseContract() {
        return new Desk("reviseContract", this::revise);
    }

    @Bean
    TaskDesk reviseFeeList() {
        return new Desk("reviseFeeList", this::revise);
    }

    @Bean
    TaskDesk renewLink() {
        return new Desk("renewLink", (contract, answers) -> Map.of());
    }

    private Map<String, Object> revise(Contract contract, Map<String, Object> answers) {
        var checks = new Checks();
        var withdraw = Boolean.TRUE.equals(answers.get("withdraw"));
        var reason = checks.optional("reason", Answers.text(answers, "reason"), 300);
        var percentText = Answers.text(answers, "discountPercent");
        var percent = percentText == null || withdraw ? null : checks.decimal("discountPercent", percentText);
        if (percent != null && (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0)) {
            checks.add("discountPercent", "contract.percent");
        }
        var discounted = percent != null && percent.signum() > 0;
        if ((withdraw || discounted) && reason == null) {
            checks.add("reason", "field.required");
        }
        checks.refuse();
        if (withdraw) {
            signing.cancel(contract, Objects.requireNonNull(reason));
        } else {
            contract.discount(
                    discounted
                            ? new NewContract.Discount(Objects.requireNonNull(percent), Objects.requireNonNull(reason))
                            : null);
            Answers.texts(answers, "services").ifPresent(contract::choose);
            // what has no price is said here, where somebody can change it, and not by the process that goes on
            prices.quote(contract.quoteRequest(true));
        }
        return Map.of("withdrawn", withdraw);
    }

    private final class Desk implements TaskDesk {

        private final String name;
        private final BiFunction<Contract, Map<String, Object>, Map<String, Object>> work;

        private Desk(String name, BiFunction<Contract, Map<String, Object>, Map<String, Object>> work) {
            this.name = name;
            this.work = work;
        }

        @Override
        public String task() {
            return "userTask_" + name;
        }

        @Override
        public TaskFacts facts(String businessKey) {
            var contract = contracts.byNumber(businessKey);
            var list = contracts.feeList(businessKey);
            var percent = contract.discountPercent();
            var form = new HashMap<String, Object>();
            var off = percent == null ? "" : percent.stripTrailingZeros().toPlainString();
            form.put("contract", contract.number());
            form.put("address", contract.address());
            form.put("total", list.total().yuan());
            form.put("kind", messages.getMessage("approval.kind.DISCOUNT", null, Locale.CHINA));
            form.put("currentPercent", off.isEmpty() ? "" : off + "%");
            form.put("services", contract.services());
            form.put("serviceChoices", choices(contract));
            form.put("payers", pendingPayers(contract, list));
            form.put("payer", declined(list).map(c -> nameOf(contract, c)).orElse(""));
            form.put(
                    "declineReason",
                    declined(list).map(Confirmation::declineReason).orElse(""));
            approvals.lastRejection(contract.number()).ifPresent(r -> {
                form.put("decidedBy", r.by());
                form.put("comment", r.comment());
            });
            return new TaskFacts(
                    contract.company(),
                    contract.storeCode(),
                    messages.getMessage("task." + name, null, Locale.CHINA),
                    contract.number(),
                    list.total(),
                    null,
                    form);
        }

        private List<FormChoice> choices(Contract contract) {
            return prices
                    .services(
                            contract.company(),
                            contract.type(),
                            contract.city(),
                            contract.storeCode(),
                            contract.signedOn())
                    .stream()
                    .map(item -> new FormChoice(item.code(), item.name()))
                    .toList();
        }

        private static Optional<Confirmation> declined(FeeList list) {
            return list.confirmations().stream()
                    .filter(c -> c.answer() == Confirmation.Answer.DECLINED)
                    .findFirst();
        }

        private static String pendingPayers(Contract contract, FeeList list) {
            return list.pending().stream().map(c -> nameOf(contract, c)).collect(Collectors.joining("、"));
        }

        private static String nameOf(Contract contract, Confirmation confirmation) {
            return contract.party(confirmation.payer()).map(Party::name).orElse("");
        }

        @Override
        public Map<String, Object> complete(String businessKey, Actor actor, Map<String, Object> answers) {
            return work.apply(contracts.byNumber(businessKey), answers);
        }
    }
}
