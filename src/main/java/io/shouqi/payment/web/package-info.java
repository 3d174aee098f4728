@org.jspecify.annotations.NullMarked
package io.shouqi.payment.web;
