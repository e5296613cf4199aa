-- export personen
COPY public.personen (naam, iban, geslacht, clientBsn, e_mail, dateOfBirth, zaak_id, aangemaakt_op) FROM stdin;
P. Mulder	NL26INGB0348083276	man	999911314	pawel_mulder97@familiepost.frl	1958-11-04	954730961	2023-09-09
Bo Visser	NL39TRIO0759559291	V	074893567	visser.bo@postvakje.nl	1978-08-23	306460554	2024-12-21
Terpstra, C.	NL32FVLB0678422097	man	999906793	c.terpstra@snelbericht.com	1946-11-27	103800830	2023-10-04
Königsberger, N.	NL17SNSB0179942224	vrouw	721518783	konigsberger.nynke@snelbericht.com	1979-12-17	616813666	2021-08-11
Tjitske van Dijk	NL49FVLB0129091779	V	782878830	tjitske+zorg@familiepost.frl	1984-03-27	290445832	2020-08-05
Vos, K.	NL02REVO0981729793	man	834577355	k.vos@familiepost.frl	1971-05-28	388376850	2021-10-01
Warmerdam, K.	NL42INGB0468369875	M	709079035	koen_warmerdam94@familiepost.frl	1986-12-01	624255529	2022-09-13
Klein Haarhuis, S.	NL95ISBK0416855936	man	847466656	sjoerd_haarhuis61@woonpost.amsterdam	1961-01-24	869673305	2022-07-21
André Sybesma	NL34RABO0246076415	man	999996538	andre+zorg@kabelpost.nl	1969-06-15	586464849	2024-03-21
K. Dijkstra	NL75INGB0471071410	vrouw	086818685	k.dijkstra@mailhuis.nl	1957-03-02	315198628	2019-11-28
\.
