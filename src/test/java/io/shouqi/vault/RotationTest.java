package io.shouqi.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.AsSystem;
import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.channel.Channel;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.CustomerLinks;
import io.shouqi.contract.FeeListDesk;
import io.shouqi.contract.Parties;
import io.shouqi.contract.Person;
import io.shouqi.pricing.PartyRole;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys change while contracts come in and are read, through the command that operators use. */
@ShouqiTest
class RotationTest {

    private static final int WRITERS = 3;

    @Autowired
    Shop shop;

    @Autowired
    Contracts contracts;

    @Autowired
    Parties parties;

    @Autowired
    CustomerLinks links;

    @Autowired
    FeeListDesk feeLists;

    @Autowired
    VaultProperties properties;

    @Autowired
    Keys keys;

    @Autowired
    Resealing resealing;

    @Autowired
    BlindIndex index;

    @Autowired
    Vault vault;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    List<SealedRows> tables;

    @Autowired
    @EveryRow
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void data_and_index_keys_rotate_under_load_and_the_old_ones_are_retired() throws Exception {
        var load = new Load();
        load.await(WRITERS * 2);
        var oldData = keys.ring().current(Keyset.DATA);
        var oldIndex = keys.ring().current(Keyset.INDEX);

        command("rotate", "data");
        load.await(WRITERS * 2);
        command("rotate", "index");
        resealing.pass();
        load.await(WRITERS * 2);
        var signed = load.end();
        resealing.pass();

        assertThat(signed).hasSizeGreaterThan(WRITERS * 6);
        assertThat(signed).allSatisfy(this::isReadable);
        assertThat(rowsUnder(oldData, oldIndex)).isZero();
        assertThat(unused("data")).contains(Integer.toUnsignedLong(oldData));
        assertThat(unused("index")).contains(Integer.toUnsignedLong(oldIndex));

        command("retire", Integer.toUnsignedString(oldData));
        command("retire", Integer.toUnsignedString(oldIndex));
        keys.look();
        assertThat(keys.ring().has(Keyset.DATA, oldData)).isFalse();
        assertThat(keys.ring().has(Keyset.INDEX, oldIndex)).isFalse();
        assertThat(shop.merchant(Channel.WECHAT).keys().apiV3Key()).isEqualTo("0123456789abcdef0123456789abcdef");
        assertThat(signed).allSatisfy(this::isReadable);
    }

    @Test
    void a_key_the_database_needs_is_not_let_go_whatever_the_file_says() throws Exception {
        var contract = shop.sign(Shop.resale());
        var needed = keys.ring().current(Keyset.DATA);
        command("rotate", "data");

        command("retire", Integer.toUnsignedString(needed));
        keys.look();

        assertThat(keys.ring().has(Keyset.DATA, needed)).isTrue();
        isReadable(contract);
        properties.source().change(ring -> keys.ring());
        keys.look();
    }

    @Test
    void a_node_that_meets_a_key_it_has_not_seen_looks_at_once() {
        var place = new SealedColumn("customer", "phone", Kind.PHONE).of("1");
        var source = properties.source();
        var newer = source.change(ring -> ring.withNewKey(Keyset.DATA));
        var fresh = newer.ids(Keyset.DATA).get(newer.ids(Keyset.DATA).size() - 1);
        var elsewhere = newer.withCurrent(Keyset.DATA, fresh);
        assertThat(keys.ring().has(Keyset.DATA, fresh)).isFalse();

        var sealedElsewhere = sealedBy(elsewhere, place);

        assertThat(vault.open(sealedElsewhere, place)).isEqualTo("+8613512345678");
    }

    private static Sealed sealedBy(Keyring ring, Place place) {
        try {
            return new Sealed(
                    ring.data().encrypt("+8613512345678".getBytes(StandardCharsets.UTF_8), place.associatedData()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void isReadable(String number) {
        transaction.executeWithoutResult(status -> lookAt(number));
    }

    private void lookAt(String number) {
        var contract = contracts.byNumber(number);
        assertThat(parties.open(contract))
                .extracting(Person::phone)
                .containsExactly("+8613800138000", "+8613900139000");
        var buyer = contract.party(PartyRole.BUYER).orElseThrow();
        assertThat(index.wanted(Kind.PHONE, "13800138000").matches(buyer.phone()))
                .isTrue();
        contracts
                .feeList(number)
                .confirmations()
                .forEach(c -> assertThat(
                                feeLists.forCustomer(links.token(c)).contract().number())
                        .isEqualTo(number));
    }

    /** Waiting for other nodes is this node's look. */
    private void command(String... words) throws InterruptedException {
        var nobodyReads = new PrintStream(OutputStream.nullOutputStream());
        assertThat(new KeyCommand(properties.source(), nobodyReads, keys::look).run(List.of(words)))
                .isZero();
    }

    private long rowsUnder(int data, int index) {
        return tables.stream()
                .flatMap(rows -> rows.columns().stream())
                .mapToLong(column -> count(column, column.name(), KeyPrefix.of(data))
                        + (column.kind().found() == Kind.Found.NEVER
                                ? 0
                                : count(column, column.index(), Fingerprint.prefix(index))))
                .sum();
    }

    private long count(SealedColumn column, String name, byte[] prefix) {
        return jdbc.sql("select count(*) from " + column.table() + " where substring(" + name + " from 1 for "
                        + prefix.length + ") = ?")
                .param(prefix)
                .query(Long.class)
                .single();
    }

    private List<Long> unused(String keyset) {
        return jdbc.sql("select key_id from vault_key where keyset = ? and unused_since is not null")
                .param(keyset)
                .query(Long.class)
                .list();
    }

    /** People who sign contracts and look at them without a pause. The first failure is everybody's. */
    private final class Load {

        private final AtomicBoolean over = new AtomicBoolean();
        private final ConcurrentLinkedQueue<String> signed = new ConcurrentLinkedQueue<>();
        private final ExecutorService people = AsSystem.pool(WRITERS);
        private final List<Future<?>> work;
        private volatile CountDownLatch more = new CountDownLatch(0);

        private Load() {
            work = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(i -> people.submit(this::signAndRead))
                    .toList();
        }

        private void signAndRead() {
            while (!over.get()) {
                var number = shop.sign(Shop.resale());
                isReadable(number);
                isReadable(signed.isEmpty() ? number : signed.peek());
                signed.add(number);
                more.countDown();
            }
        }

        private void await(int contracts) throws Exception {
            more = new CountDownLatch(contracts);
            while (!more.await(50, TimeUnit.MILLISECONDS)) {
                for (var one : work) {
                    if (one.isDone()) {
                        one.get();
                    }
                }
            }
        }

        private List<String> end() throws Exception {
            over.set(true);
            for (var one : work) {
                one.get(60, TimeUnit.SECONDS);
            }
            people.shutdown();
            return List.copyOf(signed);
        }
    }
}
