package io.shouqi.identity.admin;

/** company 公司 &gt; area 大区 &gt; store 门店 */
enum UnitKind {
    COMPANY,
    AREA,
    STORE
}
