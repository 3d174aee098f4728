package io.shouqi.live;

import io.shouqi.database.Reach;
import java.util.UUID;

/** Who listens at one open page; two of them are equal where nothing about the person has changed. */
public interface Audience {

    UUID person();

    /** Whose news these are. */
    Reach reach();
}
