-- export personen
COPY public.personen (kenteken, weergavenaam, clientBsn, functie, a_nummer, geslachtsaanduiding, transactieId, aangemaakt_op) FROM stdin;
30-94-VG	Lieke Wiarda	477371176	planner	1091507807	V	719851446	2023-06-13
DTL-30-H	Nynke Dijkstra	870349752	salarisadministrateur	1457127272	vrouw	831860805	2020-07-20
88-DP-VP	Z. van Wijk-Smeets	837020803	applicatiebeheerder	1371849641	vrouw	656662814	2020-09-04
K-72-KNF	J. Sybesma	766270816	beleidsmedewerker	3130860732	M	206710396	2024-12-10
X-19-HLR	K. Dekker	182041827	heftruckchauffeur	3801705857	M	526441243	2020-02-25
\.
