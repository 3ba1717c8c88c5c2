-- expand
-- identity owns the directory: its tables are those of libs/access, and here alone a number names one partner.
CREATE UNIQUE INDEX partner_number_is_taken ON partner (number);
