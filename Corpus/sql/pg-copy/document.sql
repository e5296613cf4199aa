--
-- Data for Name: medewerker; Type: TABLE DATA; Schema: hr; Owner: app
--
COPY hr.medewerker (personeelsnummer, achternaam, burgerservicenummer, iban, datum_in_dienst, geboortedatum) FROM stdin;
225576260	Schouten	362722900	NL26ASNB0319646734	2017-09-01	1962-03-02
377275451	Gödeke	346711289	PL44850915811301896981343149	2019-01-01	1974-12-16
211930593	Ramdien	999933486	\N	2023-04-15	1969-05-14
\.
SELECT pg_catalog.setval('hr.medewerker_id_seq', 116917593, true);
