package io.shouqi.identity;

/** A store 门店 and where it stands in the organisation. */
public record Store(String company, String code, String name, String area, String city, String phone, String address) {}
