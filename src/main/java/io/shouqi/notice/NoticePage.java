package io.shouqi.notice;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param next cursor of the page that follows; null on the last */
public record NoticePage(List<NoticeLine> items, @Nullable UUID next) {}
