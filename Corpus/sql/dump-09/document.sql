-- export personen
COPY public.personen (kenteken, weergavenaam, clientBsn, functie, a_nummer, geslachtsaanduiding, referentie, aangemaakt_op) FROM stdin;
8-GFP-17	L. El Idrissi	176920304	klantmanager	5363521058	man	388060302	2021-09-18
12-49-FX	Peters, L.	999909228	verzorgende IG	7494072506	vrouw	482039096	2022-04-05
LG-ZR-71	Pinas, T.	918276020	teamleider burgerzaken	7682315132	vrouw	947737384	2023-09-25
TH-774-P	H. Warmerdam	066163559	jurist	1948064593	vrouw	768156256	2021-01-17
K-347-VJ	Ramdien, M.	930586815	pedagogisch medewerker	5983289589	vrouw	540086938	2024-12-06
60-BXF-3	Mulder, H.	336883274	loodgieter	3130860732	M	206710396	2024-12-10
P-93-LRX	Dekker, K.	182041827	inkoper	4062573051	man	235671138	2023-10-05
42-PH-SR	Hessel Postma	467781175	verpleegkundige	1790948416	man	721743963	2019-12-03
\.
