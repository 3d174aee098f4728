-- on every receipt as a QR code; whoever scans it may see that the receipt is real, and no more than is printed on it
alter table receipt add column token text not null unique default replace(gen_random_uuid()::text, '-', '');
