package io.shouqi.quality;

import java.util.List;

/** Every page in every look; takes minutes: mvn test -Dtest=EveryLook. */
class EveryLook extends EveryPage {

    @Override
    List<Look> looks(int place) {
        return Look.all();
    }
}
