package io.shouqi.portal.merchant;

/** What a merchant keeps to itself. */
enum Secret {
    PRIVATE_KEY,
    API_V3_KEY
}
