package io.shouqi.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.contract.Confirmation;
import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.CustomerLinks;
import io.shouqi.portal.StaffBrowser;
import io.shouqi.pricing.PartyRole;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** A payer signs the fee list on the store's device. */
@ShouqiTest
class SigningOnTheSpotTest {

    private static final String PREFIX = "data:image/png;base64,";

    @Autowired
    WebApplicationContext context;

    @Autowired
    Shop shop;

    @Autowired
    Contracts contracts;

    @Autowired
    CustomerLinks links;

    @Autowired
    @EveryRow
    JdbcClient rows;

    private StaffBrowser clerk;
    private String number;

    @BeforeEach
    void a_list_waits_for_its_payers() {
        shop.open();
        clerk = new StaffBrowser(context, shop.clerk());
        number = shop.sign(Shop.resale());
    }

    @Test
    void in_the_customers_hands_the_session_opens_the_page_to_sign_alone() throws Exception {
        handOver(PartyRole.BUYER);

        assertThat(text(clerk.open(at("/sign")))).contains("王小明", "¥50,000.00").doesNotContain("李秀英", "/tasks");
        for (var path : new String[] {"/contracts", "/contracts/" + number, "/tasks", "/cashier", "/account"}) {
            assertThat(clerk.open(path).getRedirectedUrl()).as(path).isEqualTo(at("/sign"));
        }
        assertThat(clerk.send(at("/cancel"), Map.of("reason", "x")).getRedirectedUrl())
                .isEqualTo(at("/sign"));
        assertThat(shop.contract(number).status()).isEqualTo(ContractStatus.PENDING_CONFIRMATION);

        clerk.send(at("/sign/end"), Map.of());
        assertThat(clerk.open("/contracts/" + number).getStatus()).isEqualTo(200);
    }

    @Test
    void a_signature_confirms_for_its_payer_and_both_payers_open_the_debts() throws Exception {
        sign(PartyRole.BUYER);
        assertThat(confirmation(PartyRole.BUYER).answer()).isEqualTo(Confirmation.Answer.CONFIRMED);
        assertThat(confirmation(PartyRole.BUYER).recordedByName()).isEqualTo("t-clerk");
        assertThat(confirmation(PartyRole.SELLER).answer()).isEqualTo(Confirmation.Answer.PENDING);

        sign(PartyRole.SELLER);
        shop.settle();
        assertThat(shop.contract(number).status()).isEqualTo(ContractStatus.COLLECTING);
        assertThat(shop.receivables(number)).hasSize(2);
    }

    @Test
    void who_answered_before_is_not_asked_to_sign() throws Exception {
        sign(PartyRole.BUYER);

        assertThat(clerk.send(at("/handover"), Map.of("party", "BUYER")).getStatus())
                .isEqualTo(409);
    }

    @Test
    void what_is_no_signature_confirms_nothing() throws Exception {
        handOver(PartyRole.BUYER);
        var script = Base64.getEncoder().encodeToString("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));

        for (var picture : new String[] {
            "",
            "https://example.com/x.png",
            PREFIX + "%%%",
            PREFIX + script,
            PREFIX + png(900, 400, 0),
            PREFIX + "A".repeat(400_000)
        }) {
            assertThat(clerk.send(at("/sign"), Map.of("signature", picture)).getStatus())
                    .isEqualTo(422);
        }
        assertThat(clerk.send(at("/sign"), Map.of("signature", PREFIX + png(4000, 20, 20)))
                        .getStatus())
                .isEqualTo(422);
        assertThat(confirmation(PartyRole.BUYER).answer()).isEqualTo(Confirmation.Answer.PENDING);
    }

    @Test
    void the_picture_is_kept_sealed_and_whoever_looks_is_in_the_log() throws Exception {
        sign(PartyRole.BUYER);

        var kept = rows.sql(
                        "select s.picture from fee_list_signature s join fee_list_confirmation c on c.id = s.confirmation_id"
                                + " join fee_list l on l.id = c.fee_list_id join contract k on k.id = l.contract_id where k.number = ?")
                .param(number)
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("PNG", "iVBORw0KGgo");

        var shown = text(clerk.send(at("/signature"), Map.of("party", "BUYER")));
        assertThat(shown).contains("src=\"" + PREFIX, "本人已看过以上收费清单");
        assertThat(rows.sql("select count(*) from audit_event where action = 'data.unmasked' and subject = ?")
                        .param(number + " BUYER")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(clerk.send(at("/signature"), Map.of("party", "SELLER")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void another_stores_people_find_neither_page_nor_signature_nor_paper() throws Exception {
        sign(PartyRole.BUYER);
        var elsewhere = new StaffBrowser(context, shop.named("t-elsewhere"));

        for (var path : new String[] {"/sign", "/code?party=BUYER", "/fee-list.pdf"}) {
            assertThat(elsewhere.open(at(path)).getStatus()).as(path).isEqualTo(404);
        }
        for (var path : new String[] {"/handover", "/sign", "/sign/end", "/signature"}) {
            assertThat(elsewhere.send(at(path), Map.of("party", "BUYER")).getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void the_paper_has_every_payers_part_and_the_customers_paper_the_own_part_alone() throws Exception {
        sign(PartyRole.BUYER);

        var both = print(clerk.open(at("/fee-list.pdf")));
        assertThat(both).contains("收费清单", "王小明", "李秀英", "成交价 ¥5,000,000.00 × 1%", "人民币伍万元整");
        assertThat(both).contains("经手人 t-clerk", "同意按清单付款，合计 ¥50,000.00");

        var token = links.token(confirmation(PartyRole.SELLER));
        var own = print(clerk.open("/c/" + token + "/fee-list.pdf"));
        assertThat(own).contains("李秀英").doesNotContain("王小明", "t-clerk");
    }

    @Test
    void the_code_leads_to_the_payers_own_page() throws Exception {
        assertThat(text(clerk.open(at("/code?party=SELLER")))).contains("请卖方扫码", "<svg");
    }

    private void handOver(PartyRole party) throws Exception {
        assertThat(clerk.send(at("/handover"), Map.of("party", party.name())).getRedirectedUrl())
                .isEqualTo(at("/sign"));
    }

    private void sign(PartyRole party) throws Exception {
        handOver(party);
        assertThat(clerk.send(at("/sign"), Map.of("signature", PREFIX + png(900, 400, 300)))
                        .getRedirectedUrl())
                .isEqualTo(at("/sign"));
        assertThat(text(clerk.open(at("/sign")))).contains("已签好");
        clerk.send(at("/sign/end"), Map.of());
    }

    private Confirmation confirmation(PartyRole party) {
        return contracts.feeList(number).confirmations().stream()
                .filter(c -> c.payer() == party)
                .findFirst()
                .orElseThrow();
    }

    private String at(String path) {
        return "/contracts/" + number + path;
    }

    /** A line of that many dots. */
    private static String png(int width, int height, int dots) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (var i = 0; i < dots; i++) {
            image.setRGB(20 + i, height / 2, Color.BLACK.getRGB());
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private static String print(MockHttpServletResponse answer) throws IOException {
        assertThat(answer.getStatus()).isEqualTo(200);
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String text(MockHttpServletResponse answer) throws IOException {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
