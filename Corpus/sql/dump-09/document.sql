-- export personen
COPY public.personen (kenteken, weergavenaam, clientBsn, functie, a_nummer, geslachtsaanduiding, transactieId, aangemaakt_op) FROM stdin;
87-ZVS-8	Lieke Wiarda	217339256	huismeester	2303094723	V	450462683	2023-09-17
L-80-RPJ	M. Oude Wesselink	999979681	docent Engels	4593505241	V	410891913	2024-02-12
TP-KX-68	Kübra Oude Wesselink	999984639	chauffeur	1371849641	vrouw	656662814	2020-09-04
FV-33-SB	J. Sybesma	886060461	loodgieter	3130860732	M	206710396	2024-12-10
D-193-VR	K. Dekker	999948878	consulent Wmo	1575386365	man	444023012	2019-09-11
\.
