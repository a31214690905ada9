#include "embedded_sql.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// A new file needs its bytes here and one line in its table below.
static const unsigned char m0001_source[] = {
#embed "migrations/m0001_source.sql"
};
static const unsigned char m0002_conformed[] = {
#embed "migrations/m0002_conformed.sql"
};
static const unsigned char m0003_ledger[] = {
#embed "migrations/m0003_ledger.sql"
};
static const unsigned char m0004_entities[] = {
#embed "migrations/m0004_entities.sql"
};
static const unsigned char m0005_returned[] = {
#embed "migrations/m0005_returned.sql"
};
static const unsigned char m0006_sheet_rows[] = {
#embed "migrations/m0006_sheet_rows.sql"
};
static const unsigned char m0007_undo[] = {
#embed "migrations/m0007_undo.sql"
};
static const unsigned char m0008_mapping[] = {
#embed "migrations/m0008_mapping.sql"
};
static const unsigned char m0009_attribution[] = {
#embed "migrations/m0009_attribution.sql"
};
static const unsigned char m0010_registry_snapshot[] = {
#embed "migrations/m0010_registry_snapshot.sql"
};
static const unsigned char m0011_quality[] = {
#embed "migrations/m0011_quality.sql"
};
static const unsigned char m0012_plain_checks[] = {
#embed "migrations/m0012_plain_checks.sql"
};
static const unsigned char m0013_derived[] = {
#embed "migrations/m0013_derived.sql"
};
static const unsigned char m0014_dns_answer[] = {
#embed "migrations/m0014_dns_answer.sql"
};
static const unsigned char m0015_evidence[] = {
#embed "migrations/m0015_evidence.sql"
};
static const unsigned char m0016_linkage[] = {
#embed "migrations/m0016_linkage.sql"
};
static const unsigned char m0017_link_pages[] = {
#embed "migrations/m0017_link_pages.sql"
};
static const unsigned char m0018_company[] = {
#embed "migrations/m0018_company.sql"
};
static const unsigned char m0019_review[] = {
#embed "migrations/m0019_review.sql"
};
static const unsigned char m0020_contact[] = {
#embed "migrations/m0020_contact.sql"
};
static const unsigned char m0021_contact_model[] = {
#embed "migrations/m0021_contact_model.sql"
};
static const unsigned char m0022_company_redirect[] = {
#embed "migrations/m0022_company_redirect.sql"
};
static const unsigned char m0023_link_trait[] = {
#embed "migrations/m0023_link_trait.sql"
};
static const unsigned char m0024_channels[] = {
#embed "migrations/m0024_channels.sql"
};
static const unsigned char m0025_named_registry[] = {
#embed "migrations/m0025_named_registry.sql"
};
static const unsigned char m0026_dns_failure[] = {
#embed "migrations/m0026_dns_failure.sql"
};
static const unsigned char m0027_consent_end[] = {
#embed "migrations/m0027_consent_end.sql"
};
static const unsigned char m0028_others_named[] = {
#embed "migrations/m0028_others_named.sql"
};
static const unsigned char m0029_country_unread[] = {
#embed "migrations/m0029_country_unread.sql"
};
static const unsigned char m0030_answered_message[] = {
#embed "migrations/m0030_answered_message.sql"
};
static const unsigned char m0031_refusal_lists[] = {
#embed "migrations/m0031_refusal_lists.sql"
};
static const unsigned char q_dedupe[] = {
#embed "queries/dedupe.sql"
};
static const unsigned char q_driver[] = {
#embed "queries/driver.sql"
};
static const unsigned char q_enrich[] = {
#embed "queries/enrich.sql"
};
static const unsigned char q_escalate[] = {
#embed "queries/escalate.sql"
};
static const unsigned char q_export[] = {
#embed "queries/export.sql"
};
static const unsigned char q_govern[] = {
#embed "queries/govern.sql"
};
static const unsigned char q_history[] = {
#embed "queries/history.sql"
};
static const unsigned char q_ingest[] = {
#embed "queries/ingest.sql"
};
static const unsigned char q_ledger[] = {
#embed "queries/ledger.sql"
};
static const unsigned char q_report[] = {
#embed "queries/report.sql"
};
static const unsigned char q_score[] = {
#embed "queries/score.sql"
};
static const unsigned char q_send[] = {
#embed "queries/send.sql"
};
static const unsigned char q_undo[] = {
#embed "queries/undo.sql"
};
static const unsigned char q_validate[] = {
#embed "queries/validate.sql"
};

static const struct leadmill_sql_file migrations[] = {
    {"m0001_source", m0001_source, sizeof m0001_source},
    {"m0002_conformed", m0002_conformed, sizeof m0002_conformed},
    {"m0003_ledger", m0003_ledger, sizeof m0003_ledger},
    {"m0004_entities", m0004_entities, sizeof m0004_entities},
    {"m0005_returned", m0005_returned, sizeof m0005_returned},
    {"m0006_sheet_rows", m0006_sheet_rows, sizeof m0006_sheet_rows},
    {"m0007_undo", m0007_undo, sizeof m0007_undo},
    {"m0008_mapping", m0008_mapping, sizeof m0008_mapping},
    {"m0009_attribution", m0009_attribution, sizeof m0009_attribution},
    {"m0010_registry_snapshot", m0010_registry_snapshot, sizeof m0010_registry_snapshot},
    {"m0011_quality", m0011_quality, sizeof m0011_quality},
    {"m0012_plain_checks", m0012_plain_checks, sizeof m0012_plain_checks},
    {"m0013_derived", m0013_derived, sizeof m0013_derived},
    {"m0014_dns_answer", m0014_dns_answer, sizeof m0014_dns_answer},
    {"m0015_evidence", m0015_evidence, sizeof m0015_evidence},
    {"m0016_linkage", m0016_linkage, sizeof m0016_linkage},
    {"m0017_link_pages", m0017_link_pages, sizeof m0017_link_pages},
    {"m0018_company", m0018_company, sizeof m0018_company},
    {"m0019_review", m0019_review, sizeof m0019_review},
    {"m0020_contact", m0020_contact, sizeof m0020_contact},
    {"m0021_contact_model", m0021_contact_model, sizeof m0021_contact_model},
    {"m0022_company_redirect", m0022_company_redirect, sizeof m0022_company_redirect},
    {"m0023_link_trait", m0023_link_trait, sizeof m0023_link_trait},
    {"m0024_channels", m0024_channels, sizeof m0024_channels},
    {"m0025_named_registry", m0025_named_registry, sizeof m0025_named_registry},
    {"m0026_dns_failure", m0026_dns_failure, sizeof m0026_dns_failure},
    {"m0027_consent_end", m0027_consent_end, sizeof m0027_consent_end},
    {"m0028_others_named", m0028_others_named, sizeof m0028_others_named},
    {"m0029_country_unread", m0029_country_unread, sizeof m0029_country_unread},
    {"m0030_answered_message", m0030_answered_message, sizeof m0030_answered_message},
    {"m0031_refusal_lists", m0031_refusal_lists, sizeof m0031_refusal_lists},
};
const size_t leadmill_migration_count = sizeof migrations / sizeof migrations[0];

static const struct leadmill_sql_file queries[] = {
    {"dedupe", q_dedupe, sizeof q_dedupe},
    {"driver", q_driver, sizeof q_driver},
    {"enrich", q_enrich, sizeof q_enrich},
    {"escalate", q_escalate, sizeof q_escalate},
    {"export", q_export, sizeof q_export},
    {"govern", q_govern, sizeof q_govern},
    {"history", q_history, sizeof q_history},
    {"ingest", q_ingest, sizeof q_ingest},
    {"ledger", q_ledger, sizeof q_ledger},
    {"report", q_report, sizeof q_report},
    {"score", q_score, sizeof q_score},
    {"send", q_send, sizeof q_send},
    {"undo", q_undo, sizeof q_undo},
    {"validate", q_validate, sizeof q_validate},
};
const size_t leadmill_query_file_count = sizeof queries / sizeof queries[0];

const struct leadmill_sql_file *leadmill_migrations(void) { return migrations; }
const struct leadmill_sql_file *leadmill_queries(void) { return queries; }
