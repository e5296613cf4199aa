--
-- Data for Name: medewerker; Type: TABLE DATA; Schema: hr; Owner: app
--
COPY hr.medewerker (personeelsnummer, achternaam, burgerservicenummer, iban, datum_in_dienst, geboortedatum) FROM stdin;
306025607	Schouten	825124943	NL06RBRB0628430139	2017-09-01	1990-02-17
999901217	Gödeke	124414692	DE04845998428070454153	2019-01-01	1964-02-23
464038790	Ramdien	032838566	\N	2023-04-15	1939-07-03
\.
SELECT pg_catalog.setval('hr.medewerker_id_seq', 999948738, true);
