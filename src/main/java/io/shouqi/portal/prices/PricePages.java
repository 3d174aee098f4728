package io.shouqi.portal.prices;

import io.shouqi.identity.OpenDoor;
import io.shouqi.identity.Stores;
import io.shouqi.portal.Letterheads;
import io.shouqi.pricing.PriceSheets;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The price display 收费公示 that every store owes its customers (房地产经纪管理办法 art. 18). */
@Controller
@OpenDoor("nothing: what a store charges is public by law")
class PricePages {

    private final Stores stores;
    private final Letterheads letterheads;
    private final PriceSheets prices;
    private final PriceWords words;
    private final Clock clock;

    PricePages(Stores stores, Letterheads letterheads, PriceSheets prices, PriceWords words, Clock clock) {
        this.stores = stores;
        this.letterheads = letterheads;
        this.prices = prices;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/prices/{company}/{store}")
    @Transactional(readOnly = true)
    public String sheet(@PathVariable String company, @PathVariable String store, Locale locale, Model model) {
        var place = stores.findOpen(company, store).orElseThrow(() -> Refusal.unknown("prices.unknown"));
        var today = BusinessTime.today(clock);
        model.addAttribute("store", letterheads.of(company, store));
        model.addAttribute("today", today);
        model.addAttribute("sheet", words.poster(prices.of(company, place.city(), store, today), locale));
        return "prices/sheet";
    }
}
