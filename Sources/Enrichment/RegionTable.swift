/// Regions of countries with several time zones: country, ISO 3166-2 suffix, zone, names.
///
/// `-` for a zone: the region is divided, and neither part holds nearly everybody.
/// - Source: ISO 3166-2; IANA time zone database 2025b.
enum RegionTable {
  static let table = """
    US AL America/Chicago alabama
    US AK America/Anchorage alaska
    US AZ America/Phoenix arizona
    US AR America/Chicago arkansas
    US CA America/Los_Angeles california
    US CO America/Denver colorado
    US CT America/New_York connecticut
    US DE America/New_York delaware
    US DC America/New_York district of columbia,washington dc
    US FL America/New_York florida
    US GA America/New_York georgia
    US HI Pacific/Honolulu hawaii
    US ID - idaho
    US IL America/Chicago illinois
    US IN - indiana
    US IA America/Chicago iowa
    US KS America/Chicago kansas
    US KY - kentucky
    US LA America/Chicago louisiana
    US ME America/New_York maine
    US MD America/New_York maryland
    US MA America/New_York massachusetts
    US MI America/Detroit michigan
    US MN America/Chicago minnesota
    US MS America/Chicago mississippi
    US MO America/Chicago missouri
    US MT America/Denver montana
    US NE America/Chicago nebraska
    US NV America/Los_Angeles nevada
    US NH America/New_York new hampshire
    US NJ America/New_York new jersey
    US NM America/Denver new mexico
    US NY America/New_York new york
    US NC America/New_York north carolina
    US ND America/Chicago north dakota
    US OH America/New_York ohio
    US OK America/Chicago oklahoma
    US OR America/Los_Angeles oregon
    US PA America/New_York pennsylvania
    US RI America/New_York rhode island
    US SC America/New_York south carolina
    US SD - south dakota
    US TN - tennessee
    US TX America/Chicago texas
    US UT America/Denver utah
    US VT America/New_York vermont
    US VA America/New_York virginia
    US WA America/Los_Angeles washington,washington state
    US WV America/New_York west virginia
    US WI America/Chicago wisconsin
    US WY America/Denver wyoming
    CA AB America/Edmonton alberta
    CA BC America/Vancouver british columbia
    CA MB America/Winnipeg manitoba
    CA NB America/Moncton new brunswick
    CA NL America/St_Johns newfoundland and labrador,newfoundland
    CA NS America/Halifax nova scotia
    CA NT America/Yellowknife northwest territories
    CA NU - nunavut
    CA ON America/Toronto ontario
    CA PE America/Halifax prince edward island
    CA QC America/Toronto quebec
    CA SK America/Regina saskatchewan
    CA YT America/Whitehorse yukon
    AU NSW Australia/Sydney new south wales
    AU VIC Australia/Melbourne victoria
    AU QLD Australia/Brisbane queensland
    AU SA Australia/Adelaide south australia
    AU WA Australia/Perth western australia
    AU TAS Australia/Hobart tasmania
    AU NT Australia/Darwin northern territory
    AU ACT Australia/Sydney australian capital territory
    BR AC America/Rio_Branco acre
    BR AL America/Maceio alagoas
    BR AP America/Belem amapa
    BR AM America/Manaus amazonas
    BR BA America/Bahia bahia
    BR CE America/Fortaleza ceara
    BR DF America/Sao_Paulo distrito federal
    BR ES America/Sao_Paulo espirito santo
    BR GO America/Sao_Paulo goias
    BR MA America/Fortaleza maranhao
    BR MT America/Cuiaba mato grosso
    BR MS America/Campo_Grande mato grosso do sul
    BR MG America/Sao_Paulo minas gerais
    BR PA America/Belem para
    BR PB America/Fortaleza paraiba
    BR PR America/Sao_Paulo parana
    BR PE America/Recife pernambuco
    BR PI America/Fortaleza piaui
    BR RJ America/Sao_Paulo rio de janeiro
    BR RN America/Fortaleza rio grande do norte
    BR RS America/Sao_Paulo rio grande do sul
    BR RO America/Porto_Velho rondonia
    BR RR America/Boa_Vista roraima
    BR SC America/Sao_Paulo santa catarina
    BR SP America/Sao_Paulo sao paulo
    BR SE America/Maceio sergipe
    BR TO America/Araguaina tocantins
    MX AGU America/Mexico_City aguascalientes
    MX BCN America/Tijuana baja california,bc
    MX BCS America/Mazatlan baja california sur
    MX CAM America/Merida campeche
    MX CHP America/Mexico_City chiapas
    MX CHH America/Chihuahua chihuahua
    MX CMX America/Mexico_City ciudad de mexico,cdmx,mexico city,distrito federal,df
    MX COA America/Monterrey coahuila,coahuila de zaragoza
    MX COL America/Mexico_City colima
    MX DUR America/Monterrey durango
    MX GUA America/Mexico_City guanajuato
    MX GRO America/Mexico_City guerrero
    MX HID America/Mexico_City hidalgo
    MX JAL America/Mexico_City jalisco
    MX MEX America/Mexico_City estado de mexico,edomex
    MX MIC America/Mexico_City michoacan
    MX MOR America/Mexico_City morelos
    MX NAY America/Mazatlan nayarit
    MX NLE America/Monterrey nuevo leon
    MX OAX America/Mexico_City oaxaca
    MX PUE America/Mexico_City puebla
    MX QUE America/Mexico_City queretaro
    MX ROO America/Cancun quintana roo
    MX SLP America/Mexico_City san luis potosi
    MX SIN America/Mazatlan sinaloa
    MX SON America/Hermosillo sonora
    MX TAB America/Mexico_City tabasco
    MX TAM - tamaulipas
    MX TLA America/Mexico_City tlaxcala
    MX VER America/Mexico_City veracruz
    MX YUC America/Merida yucatan
    MX ZAC America/Mexico_City zacatecas
    ES CN Atlantic/Canary canarias,canary islands,islas canarias
    PT 20 Atlantic/Azores acores,azores
    PT 30 Atlantic/Madeira madeira
    RU MOW Europe/Moscow moscow,moskva,москва
    RU SPE Europe/Moscow saint petersburg,st petersburg,sankt peterburg,санкт петербург
    RU KGD Europe/Kaliningrad kaliningrad
    RU SAM Europe/Samara samara
    RU SVE Asia/Yekaterinburg sverdlovsk
    RU NVS Asia/Novosibirsk novosibirsk
    RU PRI Asia/Vladivostok primorsky krai,primorye
    ID JK Asia/Jakarta jakarta,dki jakarta
    ID JB Asia/Jakarta jawa barat,west java
    ID JT Asia/Jakarta jawa tengah,central java
    ID JI Asia/Jakarta jawa timur,east java
    ID BT Asia/Jakarta banten
    ID BA Asia/Makassar bali
    CD KN Africa/Kinshasa kinshasa
    CD HK Africa/Lubumbashi haut katanga
    """

  /// First postal digits (or letter) of a region, as ranges: country, region, ranges.
  ///
  /// - Source: USPS Publication 65 (three-digit ZIP prefixes); Canada Post; Australia Post.
  static let postcodes = """
    US NY 005 100-149
    US PR 006-009
    US MA 010-027 055
    US RI 028-029
    US NH 030-038
    US ME 039-049
    US VT 050-054 056-059
    US CT 060-069
    US NJ 070-089
    US PA 150-196
    US DE 197-199
    US DC 200 202-205
    US VA 201 220-246
    US MD 206-219
    US WV 247-268
    US NC 270-289
    US SC 290-299
    US GA 300-319 398-399
    US FL 320-339 341-349
    US AL 350-369
    US TN 370-385
    US MS 386-397
    US KY 400-427
    US OH 430-459
    US IN 460-479
    US MI 480-499
    US IA 500-528
    US WI 530-549
    US MN 550-567
    US SD 570-577
    US ND 580-588
    US MT 590-599
    US IL 600-629
    US MO 630-658
    US KS 660-679
    US NE 680-693
    US LA 700-714
    US AR 716-729
    US OK 730-732 734-749
    US TX 733 750-799 885
    US CO 800-816
    US WY 820-831
    US ID 832-838
    US UT 840-847
    US AZ 850-865
    US NM 870-884
    US NV 889-898
    US CA 900-961
    US HI 967-968
    US OR 970-979
    US WA 980-994
    US AK 995-999
    CA NL A
    CA NS B
    CA PE C
    CA NB E
    CA QC G H J
    CA ON K L M N P
    CA MB R
    CA SK S
    CA AB T
    CA BC V
    CA YT Y
    AU ACT 020-029 260-261 290-291
    AU NSW 100-259 262-289 292-299
    AU VIC 300-399 800-899
    AU QLD 400-499 900-999
    AU SA 500-599
    AU WA 600-699
    AU TAS 700-799
    AU NT 080-099
    """
}
