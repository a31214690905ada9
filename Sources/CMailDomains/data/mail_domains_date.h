// Written by generate.
#define MAIL_DOMAIN_LISTS_DATE "2026-11-22"
