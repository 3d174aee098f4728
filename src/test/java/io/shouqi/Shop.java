package io.shouqi;

import io.shouqi.channel.Channel;
import io.shouqi.channel.ChannelKey;
import io.shouqi.channel.MerchantAccount;
import io.shouqi.channel.MerchantAccounts;
import io.shouqi.channel.MerchantKeys;
import io.shouqi.contract.Agent;
import io.shouqi.contract.Contract;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.FeeListDesk;
import io.shouqi.contract.InstalmentTerm;
import io.shouqi.contract.Milestone;
import io.shouqi.contract.NewContract;
import io.shouqi.contract.Person;
import io.shouqi.contract.SigningDesk;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.identity.Store;
import io.shouqi.identity.Users;
import io.shouqi.outbox.OutboxPump;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PartyRole;
import io.shouqi.pricing.RuleTables;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.Money;
import io.shouqi.workflow.Deployments;
import io.shouqi.workflow.JobsByHand;
import java.math.BigDecimal;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** A company with a store, people and merchant accounts, and the everyday things they do. For tests. */
@TestComponent
public class Shop {

    public static final String COMPANY = "TT";
    public static final String STORE = "TT01";
    public static final LocalDate SIGNED = LocalDate.of(2024, 3, 1);
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Organisation organisation;
    private final Users users;
    private final RuleTables rules;
    private final Deployments deployments;
    private final MerchantAccounts merchants;
    private final SigningDesk signing;
    private final FeeListDesk feeLists;
    private final Contracts contracts;
    private final CollectionDesk collection;
    private final OutboxPump outbox;
    private final JobsByHand jobs;

    Shop(
            Organisation organisation,
            Users users,
            RuleTables rules,
            Deployments deployments,
            MerchantAccounts merchants,
            SigningDesk signing,
            FeeListDesk feeLists,
            Contracts contracts,
            CollectionDesk collection,
            OutboxPump outbox,
            JobsByHand jobs) {
        this.organisation = organisation;
        this.users = users;
        this.rules = rules;
        this.deployments = deployments;
        this.merchants = merchants;
        this.signing = signing;
        this.feeLists = feeLists;
        this.contracts = contracts;
        this.collection = collection;
        this.outbox = outbox;
        this.jobs = jobs;
    }

    /** Safe to repeat: the first test of a context sets it up. */
    public synchronized void open() {
        if (!organisation.isEmpty() && users.byUsername("t-clerk").isPresent()) {
            return;
        }
        organisation.company(COMPANY, "测试房产", "GENERAL");
        organisation.area(COMPANY, "TTA", "测试大区");
        organisation.store(new Store(COMPANY, STORE, "望京店", "测试大区", "北京", "010-12345678", "望京西园四区"), "TTA");
        organisation.store(new Store(COMPANY, "TT02", "中关村店", "测试大区", "北京", "010-12345679", "中关村"), "TTA");
        user("t-clerk", STORE, Role.CLERK, Role.CASHIER);
        user("t-manager", STORE, Role.STORE_MANAGER);
        user("t-area", "TTA", Role.AREA_MANAGER);
        user("t-finance", COMPANY, Role.FINANCE);
        user("t-elsewhere", "TT02", Role.CLERK, Role.CASHIER, Role.STORE_MANAGER);
        user("t-agent", STORE, Role.AGENT);
        user("t-agent2", STORE, Role.AGENT);
        organisation.apiKey(
                "test", "t-key", users.byUsername("t-clerk").orElseThrow().id());
        organisation.apiKey(
                "test",
                "t-manager-key",
                users.byUsername("t-manager").orElseThrow().id());
        organisation.apiKey(
                "test",
                "t-elsewhere-key",
                users.byUsername("t-elsewhere").orElseThrow().id());
        rules.seed(COMPANY);
        deployments.seed(COMPANY);
        account(Channel.WECHAT, "1900000001", "wx0000000000000001");
        account(Channel.ALIPAY, "2088000000000001", "2021000000000001");
    }

    private void user(String username, String unit, Role... roles) {
        organisation.user(COMPANY, unit, username, username, "secret", Set.of(roles));
    }

    /** Accounts that a test opened at the simulated channels beforehand stay. */
    private void account(Channel channel, String merchantId, String appId) {
        if (merchants.find(COMPANY, null, channel).isPresent()) {
            return;
        }
        var merchant = keys();
        var platform = keys();
        var key = new ChannelKey(
                "PUB_KEY_ID_0100000000000000000000000000",
                base64(platform.getPublic().getEncoded()));
        var privateKey = base64(merchant.getPrivate().getEncoded());
        merchants.register(new MerchantAccount(
                UUID.randomUUID(),
                COMPANY,
                null,
                channel,
                merchantId,
                appId,
                channel == Channel.WECHAT
                        ? MerchantKeys.wechat(
                                privateKey,
                                "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
                                "0123456789abcdef0123456789abcdef",
                                List.of(key))
                        : MerchantKeys.alipay(privateKey, List.of(key)),
                null));
    }

    public MerchantAccount merchant(Channel channel) {
        return merchants.accountFor(COMPANY, STORE, channel);
    }

    public Actor clerk() {
        return users.byUsername("t-clerk").orElseThrow();
    }

    public Actor manager() {
        return users.byUsername("t-manager").orElseThrow();
    }

    public Actor finance() {
        return users.byUsername("t-finance").orElseThrow();
    }

    public Actor named(String username) {
        return users.byUsername(username).orElseThrow();
    }

    /** A resale of 5,000,000 signed on {@link #SIGNED}: 50,000 from each side, all at signing. */
    public static NewContract resale() {
        return deal(DealType.RESALE, "5000000", null, PartyRole.BUYER, PartyRole.SELLER);
    }

    public static NewContract newHome() {
        return deal(DealType.NEW_HOME, "4800000", null, PartyRole.BUYER, PartyRole.DEVELOPER);
    }

    public static NewContract rental() {
        return deal(DealType.RENTAL, null, "6500", PartyRole.TENANT, PartyRole.LANDLORD);
    }

    private static NewContract deal(DealType type, String price, String rent, PartyRole one, PartyRole other) {
        var number = "T-" + COUNTER.incrementAndGet();
        return new NewContract(
                COMPANY,
                number,
                number,
                type,
                STORE,
                "北京",
                SIGNED,
                price == null ? null : Money.ofYuan(price),
                rent == null ? null : Money.ofYuan(rent),
                "望京西园四区 410 号楼",
                "朝阳",
                new BigDecimal("89.5"),
                List.of(
                        new Person(one, "王小明", "+8613800138000", null, null),
                        new Person(other, "李秀英", "+8613900139000", null, null)),
                List.of(new Agent("t-agent", "赵", "LISTING"), new Agent("t-agent2", "孙", "CLOSING")),
                null,
                List.of(),
                List.of(new InstalmentTerm(Milestone.SIGNING, null, HUNDRED)),
                null);
    }

    /** A contract with some of its parts replaced. */
    public static NewContract with(
            NewContract c, List<String> services, List<InstalmentTerm> plan, NewContract.Discount discount) {
        return c.onTerms(services, plan, discount, null);
    }

    /** A contract of another store. */
    public static NewContract in(String store, NewContract c) {
        return new NewContract(
                c.company(),
                c.externalNo(),
                c.fingerprint(),
                c.type(),
                store,
                c.city(),
                c.signedOn(),
                c.price(),
                c.monthlyRent(),
                c.address(),
                c.district(),
                c.area(),
                c.parties(),
                c.agents(),
                c.coBroker(),
                c.services(),
                c.instalments(),
                c.discount());
    }

    /** A contract between other people. */
    public static NewContract between(NewContract c, Person... people) {
        return new NewContract(
                c.company(),
                c.externalNo(),
                c.fingerprint(),
                c.type(),
                c.storeCode(),
                c.city(),
                c.signedOn(),
                c.price(),
                c.monthlyRent(),
                c.address(),
                c.district(),
                c.area(),
                List.of(people),
                c.agents(),
                c.coBroker(),
                c.services(),
                c.instalments(),
                c.discount());
    }

    public String sign(NewContract contract) {
        return signing.sign(contract, clerk()).contractNo();
    }

    /** Signed, confirmed by everybody in front of staff, receivables opened. */
    public String confirmed(NewContract contract) {
        var number = sign(contract);
        confirm(number);
        return number;
    }

    public void confirm(String contractNo) {
        feeLists.confirm(contracts.byNumber(contractNo), null, "signed paper", clerk());
        settle();
    }

    public Contract contract(String number) {
        return contracts.byNumber(number);
    }

    public List<Receivable> receivables(String contractNo) {
        return collection.ofContract(contractNo);
    }

    public void reach(String contractNo, Milestone milestone, LocalDate day) {
        signing.reach(contracts.byNumber(contractNo), milestone, day, clerk());
        settle();
    }

    public void cancel(String contractNo, String reason) {
        signing.cancel(contracts.byNumber(contractNo), reason);
        settle();
    }

    /** Delivers events and runs jobs until nothing is left to do now. */
    public void settle() {
        do {
            outbox.drain();
        } while (jobs.run() > 0);
        outbox.drain();
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
