create sequence business_number;
