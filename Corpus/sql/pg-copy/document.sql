--
-- Data for Name: medewerker; Type: TABLE DATA; Schema: hr; Owner: app
--
COPY hr.medewerker (personeelsnummer, achternaam, burgerservicenummer, iban, datum_in_dienst, geboortedatum) FROM stdin;
331964673	Schouten	306025607	NL02KNAB0789849335	2017-09-01	2008-07-26
848498987	Gödeke	440833425	GB24DNMK96642473941466	2019-01-01	1950-04-11
632891257	Ramdien	652705339	\N	2023-04-15	1987-07-07
\.
SELECT pg_catalog.setval('hr.medewerker_id_seq', 099577574, true);
