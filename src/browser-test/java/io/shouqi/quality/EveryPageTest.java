package io.shouqi.quality;

import java.util.List;

/** Every page in three looks; together they hold every pair of screen, language and colours. */
class EveryPageTest extends EveryPage {

    @Override
    List<Look> looks(int place) {
        return Look.pairwise(place);
    }
}
