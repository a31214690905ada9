/// For each rule a value that breaks it, for documentation.
enum RuleExamples {
  static let table = """
    VAL001 a row with the e-mail address ann@ and nothing else
    VAL002 a task without a title
    VAL003 a database file that was damaged
    VAL004 Ann Bell of Acme, without address and number
    VAL005 --mode create and a row about a lead that is there
    VAL006 --mode update and a row about a lead that is not there
    VAL007 the external id 17, which another file without a mapping gave to somebody else
    VAL008 1.23457E+15 as an external id
    VAL009 a company's name of 10,000 letters
    VAL010 ann@@example.com
    VAL011 Ann Bell <ann@example.com>
    VAL012 ann@example.com, bob@example.com
    VAL013 info@example.com
    VAL014 ann@host.invalid
    VAL015 ann@gmial.com
    VAL016 ann@example.com, where example.com has the MX record "0 ."
    VAL017 ann@no-such-domain.example.org
    VAL018 ann@example.com while its name servers are out of reach
    VAL020 call me
    VAL021 +49 1005 12345678
    VAL022 4.93023125042E+11
    VAL023 4.93E+11
    VAL024 493023125042
    VAL025 030 23125042; 030 23125043
    VAL026 030 23125042 ext. 5
    VAL027 030 23125042 in a row without a country
    VAL030 perhaps
    VAL031 granted, without a date
    VAL032 granted, without a source
    VAL033 granted on 2031-01-01, in a run of 2026
    VAL034 a consent record with the e-mail address ann@
    VAL035 a do-not-contact entry without address, number, hash or domain
    VAL036 12345 as email_sha256
    VAL037 ann@example.com while a registry names ann@example.com
    VAL038 granted, with neither a wording nor an IP address
    VAL040 carrier pigeon
    VAL041 utm_campaign=autumn without utm_source
    VAL042 Google
    VAL043 utm_source=google without utm_medium
    VAL050 Atlantis
    VAL051 1115 in Germany
    VAL052 n/a
    VAL060 12/31/2025 where the day comes first
    VAL061 46000
    VAL062 2031-01-01 as created_at, in a run of 2026
    VAL070 many
    VAL071 50-100
    VAL072 a lot
    VAL073 gold
    VAL074 dormant as the status of a deal
    VAL075 www acme
    VAL076 a deal that is won in the stage Closed Lost
    VAL077 an owner who is no user
    VAL078 Berlin
    VAL079 2 pieces of 5.00 that make 11.00
    VAL080 1234567.89 as the revenue of a year, which is kept as 1234568
    VAL081 xx as the language
    VAL100 "ann bell"@example.com
    VAL101 ann@[192.0.2.1]
    VAL102 ann(sales)@example.com
    VAL103 ann@example.cmo
    VAL104 ann@co.uk
    VAL105 ann@mailinator.com
    VAL106 ann@gmail.com
    VAL107 änn@example.com
    VAL108 test@test.com
    VAL109 ann@example.com, where the configuration does not switch the rule off
    VAL120 +1 900 2345678
    VAL121 tel. 030 23125042 (Ann)
    VAL122 (212) 736-5000 of New York, in a source whose country is Germany
    VAL123 020 7946 0000 on a do-not-contact list whose country is Germany by default
    VAL140 ann@example.com, where the mail server of example.com has no address
    VAL141 ann@example.com, where the mail server of example.com is an alias of another host
    VAL142 ann@example.com, where example.com has the MX records "0 ." and "10 mx.example.com"
    VAL143 ann@example.com, where the mail server of example.com has the address 127.0.0.1
    VAL144 ann@example.com, where example.com has an address and no MX record
    VAL150 utm_medium=cpc without utm_source
    VAL151 utm_source=fb
    VAL152 https://example.com/?utm_source=f%FCr
    VAL153 utm_source=a%20b in a column
    VAL154 utm_campaign={{campaign.name}}
    VAL155 utm_source=google in the column, utm_source=bing in the link
    VAL156 https://example.com/?utm_source=a&utm_source=b
    VAL157 https://example.com/?gclid=Cj0KCQ without UTM values
    VAL158 https://example.com/#utm_source=news
    VAL159 https://example.com/?x=1&amp;utm_source=news
    VAL160 utm_source=www.example.com where example.com is an own domain
    VAL161 utm_content=ann@example.com
    VAL162 utm_campaign=autumn where ####-##-* is asked for
    VAL163 https://www.google.com/ as referrer_url without UTM values
    VAL164 https://example.com/?utm_source=google?utm_medium=cpc
    VAL170 a note such as: is pregnant, call her next year
    VAL171 consent to e-mail without double_opt_in_at
    VAL172 consent until 2026-01-31, in a run of November 2026
    VAL173 consent of 2023, in a run of 2026
    VAL174 consent that was confirmed a week before it was given
    VAL175 consent without a lawful basis
    VAL176 e-mail marketing on the basis of legitimate interests
    VAL177 granted by somebody who was 14 in Germany, without a guardian
    VAL178 granted with date and source, without wording, IP address or confirmation
    VAL179 consent to text messages in the United States without wording_version
    VAL180 e-mail marketing in Germany on the basis of a contract: customers only
    VAL181 consent without a channel; a withdrawal for the channel fax
    VAL182 999.1.1.1 as the address that consent came from
    VAL183 granted without a date, after a refusal
    VAL184 Unsubscribed: yes
    VAL190 a registry of 4,000 entries of which 5 come again
    VAL191 an entry that the newer snapshot does not have
    VAL192 co.uk, or gmail.com, as the domain of a do-not-contact entry
    VAL193 a list of 20 November that comes after that of 24 November
    VAL194 jo*@example.com in a do-not-contact entry
    VAL200 ANN BELL
    VAL201 asdf
    VAL202 Max Mustermann
    VAL203 Ann Bell <ann@example.com> as a name
    VAL204 Ann Bell 030 23125042 as a name
    VAL205 {{first_name}}
    VAL206 a letter in the column of names
    VAL207 Ann and Bob Bell
    VAL208 Bell GmbH as a person's name
    VAL209 Dr. Ann as a given name
    VAL210 Ann 2
    VAL211 BELL Ann
    VAL212 asdf as a company
    VAL213 Ann Bell as the given and as the family name
    VAL214 Ann Bell as the whole name and Miller as the family name
    VAL215 MÃ¼ller for Müller
    VAL216 AT&amp;T
    VAL230 10001 in California
    VAL231 German
    VAL232 NA
    VAL250 31.02.2026
    VAL251 03/04/2026 where the mapping states no order
    VAL252 2.11.26
    VAL253 0026-11-02
    VAL254 31/12/2025 where the mapping states no order
    VAL255 a deal that was closed before it was created
    VAL256 2031-01-01 or 1871-01-01 as a date of birth, in a run of 2026
    VAL257 1793712600 as created_at
    VAL270 +44 20 7946 0018 in Germany
    VAL271 ann@mail.example.fr in Germany
    VAL272 +44 20 7946 0018 and ann@mail.example.uk in Germany
    VAL273 75008 Paris in Germany
    VAL274 Bavaria in the United States
    VAL275 +49 89 22031 beside the postcode 10115
    """

  private static let byCode: [String: String] = {
    var examples: [String: String] = [:]
    for line in table.split(separator: "\n") {
      examples[String(line.prefix(6))] = String(line.dropFirst(7))
    }
    return examples
  }()

  static func example(of code: String) -> String? { byCode[code] }
}

extension ValidationRule {
  /// A value that breaks the rule; nil when none is told.
  package var example: String? { RuleExamples.example(of: code) }
}
